"""Write an answer, then compare it with a model by a short rubric."""
