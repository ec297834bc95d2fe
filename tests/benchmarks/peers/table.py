"""Prints the tables of ../README.md from the result files, as Markdown.

Run: python table.py
"""

import json
import pathlib
import sys

RESULTS = pathlib.Path(__file__).resolve().parent / "results"
PARTS = (1 / 3, 2 / 3, 1)


def load(folder):
    return {path.stem: json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))}


def number(value):
    return f"{value:.4g}"


def cells(quartiles, start, total):
    """Median (lower to upper quartile) at a third, two thirds and the whole of the steps."""
    at = [start + round((total - start) * part) - 1 for part in PARTS]
    return [f"{number(quartiles['median'][i])} ({number(quartiles['q25'][i])} to {number(quartiles['q75'][i])})" for i in at]


def curves(results):
    """One row per problem and curve."""
    print("| problem | curve | evaluations | seeds | third | two thirds | final | Cantilever |")
    print("|---|---|---:|---:|---|---|---|---|")
    for name, result in results.items():
        for curve, quartiles in result.get("summary", {}).items():
            if isinstance(quartiles, dict) and "n_total" in result["problem"]:
                start, total = result["problem"]["n_start"], result["problem"]["n_total"]
                row = [name, curve, f"{start} + {total - start}", str(len(result["seeds"]))]
                print(f"| {' | '.join(row + cells(quartiles, start, total))} | |")


def costs(results):
    print("\n| method | seeds | cost | of which not reached | Cantilever |")
    print("|---|---:|---|---:|---|")
    for name, result in results.items():
        if "target_regret" in result.get("problem", {}):
            said = result["summary"]
            spread = f"{number(said['cost']['median'])} ({number(said['cost']['q25'])} to {number(said['cost']['q75'])})"
            print(f"| {name} | {len(result['seeds'])} | {spread} | {said['not_reached']} | |")


def steps(results):
    print("\n| problem | fit | propose | step |")
    print("|---|---:|---:|---:|")
    for name, result in results.items():
        if "seconds_per_step" in result:
            spent = result["seconds_per_step"]["cpu"]
            print(f"| {name} | {number(spent['fit'])} | {number(spent['propose'])} | {number(spent['step'])} |")


def blocks(timing):
    print("\n| case | size | processor seconds | wall seconds | Cantilever |")
    print("|---|---|---:|---:|---|")
    for case in timing["cases"]:
        size = ", ".join(f"{key} {value}" for key, value in case.items() if key not in ("case", "seconds"))
        spent = case["seconds"]
        print(f"| {case['case']} | {size} | {number(spent['cpu']['median'])} | {number(spent['wall']['median'])} | |")


def main():
    results = load(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else RESULTS)
    timing = results.pop("timing", None)
    curves(results)
    costs(results)
    steps(results)
    if timing:
        blocks(timing)


if __name__ == "__main__":
    main()
