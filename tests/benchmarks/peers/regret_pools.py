"""Best value and share of the top 5 % found on five pools of real materials, BoTorch's defaults.

Run: python regret_pools.py [--problems Crossed_barrel P3HT AutoAM Perovskite AgNP] [--seeds 0 20]
"""

import record  # first: pins the threads

import numpy as np
import torch

import single_objective
from single_objective import chosen, fitted

POOLS = record.reference("pool_materials.json")["datasets"]
MOST_EVALUATIONS = 60


def budget(pool):
    """Evaluations including the starts: sixty, or half of a smaller pool."""
    return min(MOST_EVALUATIONS, pool["N"] // 2)


def campaign(pool, seed):
    """One sequential run over a pool, larger is better: curves of best value and top share."""
    x, y = np.array(pool["X"]), torch.tensor(pool["y"])
    x = torch.tensor((x - x.min(axis=0)) / np.ptp(x, axis=0))
    top = set(torch.topk(y, pool["n_top"]).indices.tolist())
    torch.manual_seed(seed)
    taken = list(pool["start_indices"][str(seed)])
    watch = record.Stopwatch()
    while len(taken) < budget(pool):
        model = watch.measure("fit", lambda: fitted(x[taken], y[taken]))
        rest = [i for i in range(pool["N"]) if i not in taken]
        point = watch.measure("propose", lambda: chosen(model, y[taken], x[rest]))
        taken.append(rest[int((x[rest] - point).abs().sum(dim=1).argmin())])
    return {
        "best": np.maximum.accumulate(y[taken].numpy()),
        "top_share": np.cumsum([i in top for i in taken]) / pool["n_top"],
        "indices": taken,
        "seconds": watch.totals(),
    }


def summary(runs):
    return {curve: record.quartiles([run[curve] for run in runs.values()]) for curve in ("best", "top_share")}


def main():
    options = record.parser(__doc__, list(POOLS)).parse_args()
    for name in options.problems:
        pool = POOLS[name]
        header = {
            "protocol": f"{name}: pool of {pool['N']}, 5 given starts, then one at a time; maximise; inputs scaled by the pool",
            "peer": single_objective.PEER | {"optimiser": "arg-max over the members not yet measured"},
            "problem": {"N": pool["N"], "n_top": pool["n_top"], "n_start": 5, "n_total": budget(pool), "optimum": max(pool["y"])},
            "starts": "pool_materials.json",
        }
        record.run_seeds(
            options.results / f"pool_{name.lower()}.json",
            header,
            range(*options.seeds),
            lambda seed: campaign(pool, seed),
            summary,
        )


if __name__ == "__main__":
    main()
