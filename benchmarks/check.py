"""How `kontuar check` grows with the number of questions: seconds, peak memory, and growth from size to size."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated import write_course

SIZES = (1_000, 10_000, 100_000)


def main() -> None:
    """Prints one line for each size; growth is the time per question against the smaller size."""
    print(f"{'questions':>10} {'MB of YAML':>11} {'seconds':>8} {'peak MB':>8} {'growth':>7}")
    before = 0.0
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write_course(Path(folder), questions=size)
            volume = sum(file.stat().st_size for file in Path(folder).rglob("*.yml")) / 1e6
            seconds, peak = measured(Path(folder))
        growth = f"{seconds / size / before:.2f}" if before else "–"
        print(f"{size:>10,} {volume:>11.1f} {seconds:>8.2f} {peak:>8.0f} {growth:>7}", flush=True)
        before = seconds / size


def measured(root: Path) -> tuple[float, float]:
    """Wall seconds and the peak of resident memory in MB of one check in a process of its own."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "kontuar", "check", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return seconds, peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
