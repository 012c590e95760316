"""Computes optimizers.tsv and schedules.tsv beside this file, in float64. Run with PyTorch 1.13.

What PyTorch 1.13 does not have is computed here from the formula of the paper: Lion, decoupled weight decay in other
optimisers than AdamW, and NAdam with the corrected product.
"""
import math
import os
import warnings

import numpy as np
import torch
from torch.optim import lr_scheduler as sched

warnings.simplefilter("ignore")
torch.set_default_dtype(torch.float64)
STEPS = 20
START = [1.5, -0.75, 0.125, 2.0, -1.25, 0.5]
# Multiples of 1/64, exact in float32, of very different sizes; the last element has no gradient at first.
GRADIENTS = [
    [((s * 37 + i * 11) % 41 - 20) / 64 * [4, 1, 0.25, 8, 1, 0 if s < 3 else 2][i] for i in range(6)]
    for s in range(STEPS)
]


def torch_trace(make, clip=None, groups=False):
    weight = torch.nn.Parameter(torch.tensor(START[:4]))
    bias = torch.nn.Parameter(torch.tensor(START[4:]))
    optimizer = make([weight, bias] if not groups else (weight, bias))
    for g in GRADIENTS:
        weight.grad = torch.tensor(g[:4])
        bias.grad = torch.tensor(g[4:])
        if clip:
            clip([weight, bias])
        optimizer.step()
    return weight.detach().tolist() + bias.detach().tolist()


def own_trace(update):
    p, state = np.array(START), {}
    for t, g in enumerate(GRADIENTS, 1):
        p = update(p, np.array(g), t, state)
    return p.tolist()


def lion(lr, b1, b2, wd):
    def update(p, g, t, s):
        m = s.get("m", 0 * p)
        p = p * (1 - lr * wd) - lr * np.sign(b1 * m + (1 - b1) * g)
        s["m"] = b2 * m + (1 - b2) * g
        return p
    return update


def decoupled_momentum(lr, momentum, wd):
    def update(p, g, t, s):
        s["b"] = momentum * s.get("b", 0 * p) + g
        return p * (1 - lr * wd) - lr * s["b"]
    return update


def nadam_of_the_paper(lr, b1=0.9, b2=0.999, eps=1e-8, decay=0.004):
    def mu(t):
        return b1 * (1 - 0.5 * 0.96 ** (t * decay))

    def update(p, g, t, s):
        s["m"] = b1 * s.get("m", 0 * p) + (1 - b1) * g
        s["v"] = b2 * s.get("v", 0 * p) + (1 - b2) * g * g
        s["P"] = s.get("P", 1.0) * mu(t)
        d = np.sqrt(s["v"] / (1 - b2 ** t)) + eps
        return p - lr * (1 - mu(t)) / (1 - s["P"]) * g / d - lr * mu(t + 1) / (1 - s["P"] * mu(t + 1)) * s["m"] / d
    return update


o = torch.optim
CASES = {
    "sgd_wd": torch_trace(lambda p: o.SGD(p, 0.1, weight_decay=0.05)),
    "sgd_nesterov_wd": torch_trace(lambda p: o.SGD(p, 0.02, momentum=0.9, nesterov=True, weight_decay=0.05)),
    "sgd_dampening": torch_trace(lambda p: o.SGD(p, 0.05, momentum=0.8, dampening=0.5)),
    "sgd_decoupled": own_trace(decoupled_momentum(0.05, 0.9, 0.1)),
    "adagrad": torch_trace(lambda p: o.Adagrad(p, 0.1)),
    "adagrad_options": torch_trace(
        lambda p: o.Adagrad(p, 0.1, lr_decay=0.2, weight_decay=0.05, initial_accumulator_value=0.5, eps=1e-3)),
    "rmsprop": torch_trace(lambda p: o.RMSprop(p, 0.01)),
    "rmsprop_centered": torch_trace(lambda p: o.RMSprop(p, 0.01, alpha=0.9, eps=1e-3, centered=True)),
    "rmsprop_options": torch_trace(
        lambda p: o.RMSprop(p, 0.01, alpha=0.9, eps=1e-3, centered=True, momentum=0.5, weight_decay=0.05)),
    "rmsprop_momentum": torch_trace(lambda p: o.RMSprop(p, 0.01, momentum=0.5)),
    "adam": torch_trace(lambda p: o.Adam(p, 0.01)),
    "adam_amsgrad": torch_trace(lambda p: o.Adam(p, 0.01, betas=(0.5, 0.6), amsgrad=True, weight_decay=0.05)),
    "adamw": torch_trace(lambda p: o.AdamW(p, 0.01)),
    "adamw_amsgrad": torch_trace(lambda p: o.AdamW(p, 0.01, betas=(0.5, 0.6), amsgrad=True, weight_decay=0.5)),
    "adadelta": torch_trace(lambda p: o.Adadelta(p, 1.0)),
    "adadelta_options": torch_trace(lambda p: o.Adadelta(p, 0.5, rho=0.7, eps=1e-4, weight_decay=0.05)),
    "adamax": torch_trace(lambda p: o.Adamax(p, 0.01)),
    "adamax_options": torch_trace(lambda p: o.Adamax(p, 0.01, betas=(0.7, 0.8), eps=1e-3, weight_decay=0.05)),
    "nadam": torch_trace(lambda p: o.NAdam(p, 0.01)),
    "nadam_options": torch_trace(
        lambda p: o.NAdam(p, 0.01, betas=(0.8, 0.9), eps=1e-3, momentum_decay=0.05, weight_decay=0.05)),
    "nadam_paper": own_trace(nadam_of_the_paper(0.01)),
    "radam": torch_trace(lambda p: o.RAdam(p, 0.01)),
    "radam_options": torch_trace(lambda p: o.RAdam(p, 0.01, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.05)),
    "lion": own_trace(lion(0.01, 0.9, 0.99, 0)),
    "lion_wd": own_trace(lion(0.01, 0.8, 0.9, 0.5)),
    "clip_norm": torch_trace(
        lambda p: o.SGD(p, 0.1, momentum=0.9), lambda p: torch.nn.utils.clip_grad_norm_(p, 1.5)),
    "clip_value": torch_trace(
        lambda p: o.SGD(p, 0.1, momentum=0.9), lambda p: torch.nn.utils.clip_grad_value_(p, 0.3)),
    "groups": torch_trace(
        lambda wb: o.Adam([{"params": [wb[0]]}, {"params": [wb[1]], "lr": 0.001, "weight_decay": 0}],
                          0.01, weight_decay=0.05), groups=True),
}


def schedule(make, steps=60):
    optimizer = o.SGD([torch.nn.Parameter(torch.zeros(1))], 0.1)
    scheduler = make(optimizer)
    rates = []
    for _ in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


METRICS = [1.0, 0.9, 0.95, 0.9, 0.89995, 0.91, 0.92, 0.5, 0.6, 0.61, 0.62, 0.63, 0.64, 0.65, 0.66, 0.67, 0.68,
           0.4, 0.41, 0.42, 0.43, 0.44, 0.45, 0.46, 0.47, 0.48, 0.49, 0.5, 0.51, 0.52]


def plateau(negative=False, **options):
    optimizer = o.SGD([torch.nn.Parameter(torch.zeros(1))], 0.1)
    scheduler = sched.ReduceLROnPlateau(optimizer, **options)
    rates = []
    for metric in METRICS:
        scheduler.step(-metric if negative else metric)
        rates.append(optimizer.param_groups[0]["lr"])
    return rates


SCHEDULES = {
    "step": schedule(lambda x: sched.StepLR(x, 7, 0.5)),
    "multi_step": schedule(lambda x: sched.MultiStepLR(x, [5, 6, 40], 0.3)),
    "exponential": schedule(lambda x: sched.ExponentialLR(x, 0.9)),
    "cosine": schedule(lambda x: sched.CosineAnnealingLR(x, 25)),
    "cosine_minimum": schedule(lambda x: sched.CosineAnnealingLR(x, 40, 0.02)),
    "cosine_restarts": schedule(lambda x: sched.CosineAnnealingWarmRestarts(x, 7)),
    "cosine_restarts_longer": schedule(lambda x: sched.CosineAnnealingWarmRestarts(x, 5, 3, 0.01)),
    "linear": schedule(lambda x: sched.LinearLR(x, 0.25, 0.75, 30)),
    "polynomial": schedule(lambda x: sched.PolynomialLR(x, 30, 1.0)),
    "polynomial_power": schedule(lambda x: sched.PolynomialLR(x, 45, 2.5)),
    "one_cycle": schedule(lambda x: sched.OneCycleLR(x, 0.1, total_steps=60, cycle_momentum=False), 60 - 1),
    "one_cycle_linear": schedule(lambda x: sched.OneCycleLR(
        x, 0.1, total_steps=60, pct_start=0.15, anneal_strategy="linear", div_factor=10, final_div_factor=100,
        cycle_momentum=False), 60 - 1),
    "one_cycle_three_phases": schedule(lambda x: sched.OneCycleLR(
        x, 0.1, total_steps=60, pct_start=0.4, three_phase=True, cycle_momentum=False), 60 - 1),
    "warm_up_cosine": schedule(lambda x: sched.SequentialLR(
        x, [sched.LinearLR(x, 0.2, total_iters=10), sched.CosineAnnealingLR(x, 50)], [10])),
    "plateau": plateau(patience=2),
    "plateau_options": plateau(patience=1, factor=0.5, threshold=0.06, threshold_mode="abs", cooldown=2, min_lr=0.03),
    "plateau_max": plateau(negative=True, mode="max", patience=3, factor=0.3),
}


def write(name, rows):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "w") as f:
        for key, values in rows.items():
            f.write(key + "\t" + "\t".join(repr(float(v)) for v in values) + "\n")


if __name__ == "__main__":
    write("optimizers.tsv", {"start": START, **{f"gradient{s}": g for s, g in enumerate(GRADIENTS)}, **CASES})
    write("schedules.tsv", {"metrics": METRICS, **SCHEDULES})
