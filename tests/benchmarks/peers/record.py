"""How a peer's run is recorded: who ran, on what, and the curves with their quartiles.

Importing this module first pins every numerical library to one thread, so that
seconds are those of one core; it must therefore be the first import of a script.
"""

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import datetime
import json
import pathlib
import platform
import sys
import time
import warnings
from importlib import metadata

import numpy as np

warnings.filterwarnings("ignore")

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results"
REFERENCE = HERE.parents[2] / "models/numerics/src/test/resources/dev/cantilever/numerics"
LIBRARIES = ("botorch", "gpytorch", "linear_operator", "torch", "numpy", "scipy")


def reference(name):
    """Reads one of the reference files that the Java tests read too."""
    return json.loads((REFERENCE / name).read_text())


def versions():
    """Versions of Python and of every library that can change a figure."""
    found = {"python": platform.python_version()}
    return found | {name: metadata.version(name) for name in LIBRARIES}


def machine():
    """The processor and how much of it was used; nothing that names a host."""
    model = "unknown"
    if os.path.exists("/proc/cpuinfo"):
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        model = next((x.split(":", 1)[1].strip() for x in lines if x.startswith("model name")), model)
    return {
        "cpu": model,
        "architecture": platform.machine(),
        "cores": os.cpu_count(),
        "threads_used": 1,
        "system": platform.system(),
    }


def exact(value):
    """Plain lists at full precision, for start designs that another program must repeat."""
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    return value.tolist() if isinstance(value, np.ndarray) else value


def rounded(value):
    """Every number at six significant digits, except below the key "start"."""
    if isinstance(value, dict):
        return {str(key): exact(item) if key == "start" else rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [rounded(item) for item in value]
    if isinstance(value, (float, np.floating)):
        return float(f"{value:.6g}")
    return int(value) if isinstance(value, np.integer) else value


def quartiles(curves):
    """Median and quartiles over seeds after every evaluation; curves is seeds x evaluations."""
    lower, middle, upper = np.percentile(np.asarray(curves, dtype=float), [25, 50, 75], axis=0)
    return {"median": middle, "q25": lower, "q75": upper}


def spread(values):
    """Minimum, quartiles and median of a list of seconds."""
    lower, middle, upper = np.percentile(values, [25, 50, 75])
    return {"median": middle, "q25": lower, "q75": upper, "min": min(values), "count": len(values)}


class Stopwatch:
    """Wall and processor seconds of the named parts of a step, over a whole run."""

    def __init__(self):
        self.laps = {}

    def measure(self, part, work):
        """Runs the work, files its seconds under the part and returns what it gave."""
        wall, cpu = time.perf_counter(), time.process_time()
        outcome = work()
        laps = self.laps.setdefault(part, {"wall": [], "cpu": []})
        laps["wall"].append(time.perf_counter() - wall)
        laps["cpu"].append(time.process_time() - cpu)
        return outcome

    def totals(self):
        """Median seconds per part and whole step of this run."""
        clocks = {}
        for clock in ("wall", "cpu"):
            parts = {part: np.array(laps[clock]) for part, laps in self.laps.items()}
            parts["step"] = sum(parts.values())
            clocks[clock] = {part: float(np.median(laps)) for part, laps in parts.items()}
        return clocks


def seconds_over_seeds(runs):
    """Median over seeds of each run's median seconds per step; a run that took no step has none."""
    timed = [run["seconds"] for run in runs.values() if len(run["seconds"]["wall"]) > 1]
    return {
        clock: {part: float(np.median([run[clock][part] for run in timed])) for part in timed[0][clock]}
        for clock in ("wall", "cpu")
        if timed
    }


def parser(purpose, choices):
    """The command line that every regret script shares."""
    line = argparse.ArgumentParser(description=purpose)
    line.add_argument("--problems", nargs="+", choices=choices, default=choices)
    line.add_argument("--seeds", type=int, nargs=2, default=(0, 20), metavar=("FROM", "TO"))
    line.add_argument("--results", type=pathlib.Path, default=RESULTS, help="folder to write to")
    return line


def run_seeds(path, header, seeds, campaign, summary):
    """Runs the seeds that the file lacks and rewrites it after each, so that a stop loses one seed.

    campaign(seed) gives one run as a dictionary with "seconds"; summary(runs) gives what is
    said over all seeds. Runs of other library versions in the file are not mixed in.
    """
    runs = {}
    if path.exists():
        earlier = json.loads(path.read_text())
        if earlier["versions"] == versions():
            runs = {int(seed): run for seed, run in earlier["runs"].items()}
    for seed in (s for s in seeds if s not in runs):
        started = time.perf_counter()
        runs[seed] = campaign(seed)
        runs = dict(sorted(runs.items()))
        write(path, header, runs, summary(runs))
        print(f"{path.stem} seed {seed}: {time.perf_counter() - started:.1f} s", file=sys.stderr, flush=True)


def write(path, header, runs, summary):
    """Writes one result file: what ran, where, the summary, then one run per line."""
    head = header | {
        "versions": versions(),
        "machine": machine(),
        "date": datetime.date.today().isoformat(),
        "seeds": list(runs),
        "seconds_per_step": seconds_over_seeds(runs),
        "summary": summary,
    }
    lines = [f" {json.dumps(key)}: {json.dumps(rounded(value))}" for key, value in head.items()]
    body = ",\n".join(f"  {json.dumps(str(seed))}: {json.dumps(rounded(run))}" for seed, run in runs.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{\n" + ",\n".join(lines) + ',\n "runs": {\n' + body + "\n }\n}\n")
