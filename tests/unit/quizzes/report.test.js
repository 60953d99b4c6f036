import assert from "node:assert/strict";
import { test } from "node:test";

import { byObjective } from "../../../src/kontuar/quizzes/report.js";

test("points are added up by objective, in the order of the paper; questions without one are left out", () => {
  const results = [1, 0.5, 0, 2].map((points) => ({ points, max: 2 }));
  assert.deepEqual(byObjective(["b", "a", "", "b"], results), [
    { objective: "b", points: 3, max: 4 },
    { objective: "a", points: 0.5, max: 2 },
  ]);
});
