"""Cost to come within 0.05 of the minimum of Forrester's function: one fidelity, and two at ratio 5.

Run: python forrester_multifidelity.py [--problems single single_noise_known multi] [--seeds 0 10]

Minimise high(x) = (6x - 2)^2 sin(12x - 4) on [0, 1]; low(x) = high(x)/2 + 10(x - 1/2) - 5
(Forrester, Sobester and Keane, Proc. R. Soc. A 463, 2007). A low evaluation costs 1, a high one 5.
Starts cost the same 15 for both: three high points, or the first two of them and five low ones.
Reached means: a high evaluation was within the target, or the recommended point (arg-min of the
high-fidelity posterior mean) was and one more high evaluation is paid to confirm it.
"""

import record  # first: pins the threads

import numpy as np
import torch
from botorch.acquisition import PosteriorMean
from botorch.fit import fit_gpytorch_mll
from botorch.models import SingleTaskMultiFidelityGP
from botorch.optim import optimize_acqf
from gpytorch.mlls import ExactMarginalLogLikelihood
from scipy.stats import qmc

import single_objective

MINIMUM, TARGET = -6.020740, 0.05
COST = {0: 1, 1: 5}
LARGEST_COST = 150
GRID = 1001
LINE = torch.tensor([[0.0], [1.0]])


def high(x):
    return (6 * x - 2) ** 2 * np.sin(12 * x - 4)


def low(x):
    return 0.5 * high(x) + 10 * (x - 0.5) - 5


def designs(seed):
    """Three high and five low start points from one scrambled-Sobol sequence."""
    points = qmc.Sobol(d=1, scramble=True, rng=seed).random(8)[:, 0]
    return {"X_high": points[:3], "X_low": points[3:]}


class SingleFidelity:
    """BoTorch's default surrogate and LogEI on the high fidelity alone."""

    name = "forrester_single"
    peer = single_objective.PEER | {"optimiser": "optimize_acqf, 10 restarts, 512 raw draws"}
    noise_known = False

    def start(self, design):
        return [(x, 1) for x in design["X_high"]]

    def fit(self, points, values):
        self.values = torch.tensor(values)
        self.model = single_objective.fitted(torch.tensor([[x] for x, _ in points]), self.values, self.noise_known)

    def recommend(self):
        point, _ = optimize_acqf(PosteriorMean(self.model), LINE, q=1, num_restarts=10, raw_samples=512)
        return float(point)

    def propose(self):
        return float(single_objective.proposed(self.model, self.values)), 1


class SingleFidelityNoiseKnown(SingleFidelity):
    """The same, told that there is no noise."""

    name = "forrester_single_noise_known"
    peer = SingleFidelity.peer | single_objective.KNOWN_NOISE
    noise_known = True


class TwoFidelities:
    """BoTorch's multi-fidelity surrogate with expected improvement weighed by correlation and cost.

    Value of (x, f) = EI of the high fidelity at x, times the posterior correlation of f with the high
    fidelity at x, divided by the cost of f (Huang et al., Struct. Multidiscip. Optim. 32, 2006). The
    knowledge gradient was tried first and dropped: minutes of processor time for one seed.
    """

    name = "forrester_multi"
    peer = {
        "library": "BoTorch",
        "surrogate": "SingleTaskMultiFidelityGP, defaults: linear truncated kernel, MAP",
        "acquisition_function": "expected improvement x correlation / cost, incumbent = best high evaluation",
        "optimiser": f"arg-max over {GRID} equidistant points and both fidelities",
    }
    line = torch.linspace(0, 1, GRID)

    def start(self, design):
        return [(x, 1) for x in design["X_high"][:2]] + [(x, 0) for x in design["X_low"]]

    def fit(self, points, values):
        x, y = torch.tensor(points, dtype=torch.double), torch.tensor(values).unsqueeze(-1)
        self.incumbent = y[x[:, 1] == 1].max()
        self.model = SingleTaskMultiFidelityGP(x, y, data_fidelities=[1])
        fit_gpytorch_mll(ExactMarginalLogLikelihood(self.model.likelihood, self.model))
        pairs = torch.stack([torch.stack([self.line, torch.full_like(self.line, f)], dim=1) for f in COST], dim=1)
        with torch.no_grad():
            self.belief = self.model.posterior(pairs)  # low and high together at every point

    def recommend(self):
        return float(self.line[self.belief.mean[:, 1, 0].argmax()])

    def propose(self):
        covariance = self.belief.distribution.covariance_matrix
        deviation = covariance.diagonal(dim1=-1, dim2=-2).clamp_min(1e-18).sqrt()
        correlation = covariance[:, 0, 1] / deviation.prod(dim=1)
        improvement = scaled_improvement((self.belief.mean[:, 1, 0] - self.incumbent) / deviation[:, 1])
        at_high = improvement * deviation[:, 1] / COST[1]
        at_low = improvement * deviation[:, 1] * correlation.abs().clamp_max(1) / COST[0]
        best = torch.stack([at_low.max(), at_high.max()])
        fidelity = int(best.argmax())
        return float(self.line[(at_low, at_high)[fidelity].argmax()]), fidelity


def scaled_improvement(u):
    """Expected improvement of a unit normal shifted by u: phi(u) + u Phi(u)."""
    unit = torch.distributions.Normal(0.0, 1.0)
    return (unit.log_prob(u).exp() + u * unit.cdf(u)).clamp_min(0)


def campaign(method, seed):
    """One run until the target is met by an evaluation, or the largest cost is spent."""
    torch.manual_seed(seed)
    design = designs(seed)
    points = method.start(design)
    values = [-(low, high)[f](x) for x, f in points]
    watch, confirmed = record.Stopwatch(), None
    spent = lambda: sum(COST[f] for _, f in points)
    regret = lambda: min(high(x) for x, f in points if f == 1) - MINIMUM
    while regret() > TARGET and spent() < LARGEST_COST:
        watch.measure("fit", lambda: method.fit(points, values))
        if confirmed is None and high(method.recommend()) - MINIMUM <= TARGET:
            confirmed = spent() + COST[1]
        x, f = watch.measure("propose", method.propose)
        points.append((x, f))
        values.append(-(low, high)[f](x))
    evaluated = spent() if regret() <= TARGET else None
    reached = [cost for cost in (evaluated, confirmed) if cost is not None]
    return {
        "start": design,
        "cost_by_evaluation": evaluated,
        "cost": min(reached) if reached else None,
        "x": [x for x, _ in points],
        "fidelity": [f for _, f in points],
        "regret": regret(),
        "seconds": watch.totals(),
    }


def summary(runs):
    """Quartiles of the cost over seeds; a run that never reached counts as the largest cost."""
    said = {"not_reached": sum(run["cost"] is None for run in runs.values())}
    for key in ("cost", "cost_by_evaluation"):
        said[key] = record.spread([run[key] or LARGEST_COST for run in runs.values()])
    return said


def main():
    methods = {"single": SingleFidelity, "single_noise_known": SingleFidelityNoiseKnown, "multi": TwoFidelities}
    options = record.parser(__doc__, list(methods)).parse_args()
    for name in options.problems:
        method = methods[name]()
        header = {
            "protocol": f"{method.name}: cost to come within {TARGET} of the minimum; low costs 1, high 5",
            "peer": method.peer,
            "problem": {"dim": 1, "optimum": MINIMUM, "target_regret": TARGET, "largest_cost": LARGEST_COST},
            "starts": "runs.<seed>.start, at full precision; both fidelities pay 15 for them",
        }
        record.run_seeds(
            options.results / f"{method.name}.json",
            header,
            range(*options.seeds)[:10],
            lambda seed: campaign(method, seed),
            summary,
        )


if __name__ == "__main__":
    main()
