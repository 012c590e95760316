"""Makes the cases "own/..." of the conformance vectors: what the published ones leave out, computed by PyTorch 1.13 in float64.

Run it with the folder to write to. The format is that of the other vectors: see ../resources/conformance/README.md.
"""

import json
import struct
import sys

import torch
import torch.nn.functional as F

torch.manual_seed(7)


def write(folder, name, spec, tensors, errors):
    metadata = {"case": "own/" + name, "f32err": json.dumps(errors, separators=(",", ":")), "kind": "layer",
                "source": "pytorch " + torch.__version__, "spec": spec}
    header, data = {"__metadata__": metadata}, b""
    for key, tensor in tensors.items():
        kind, code = ("F64", "d") if tensor.dtype == torch.float64 else ("F32", "f")
        raw = struct.pack("<%d%s" % (tensor.numel(), code), *tensor.flatten().tolist())
        header[key] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(folder + "/own." + name + ".safetensors", "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def case(folder, name, spec, shape, layer, parameters=(), buffers=(), gradients=True):
    """layer(x, parameters, buffers) runs in double, then in float to learn how far float is off."""
    x = torch.randn(shape)
    values = {key: torch.randn(size) for key, size in parameters}
    statistics = {key: torch.rand(size) + 0.5 for key, size in buffers}
    up, results = None, {}
    for kind in (torch.float64, torch.float32):
        leaf = x.to(kind).requires_grad_()
        weights = {key: value.to(kind).requires_grad_() for key, value in values.items()}
        running = {key: value.to(kind).clone() for key, value in statistics.items()}
        y = layer(leaf, weights, running)
        up = torch.randn(y.shape) if up is None else up
        made = {"out.y": y.detach()}
        if gradients:
            (y * up.to(kind)).sum().backward()
            made["grad.in.x"] = leaf.grad
            made.update({"grad." + key: value.grad for key, value in weights.items()})
        made.update({"after." + key: value for key, value in running.items()})
        results[kind] = made
    exact, near = results[torch.float64], results[torch.float32]
    errors = {}
    for key, value in exact.items():
        error = (value - near[key].double()).abs().max().item()
        errors[key] = [float("%.3g" % error), float("%.3g" % (error / max(value.abs().max().item(), 1e-30)))]
    tensors = {**exact, "in.x": x, "up.y": up}
    tensors.update({"param." + key: value for key, value in values.items()})
    tensors.update({"buf." + key: value for key, value in statistics.items()})
    write(folder, name, spec, tensors, errors)


def pad(sides, mode="constant", value=None):
    return lambda x, weights, running: F.pad(x, sides, mode=mode, value=value)


def group(groups):
    return lambda x, weights, running: F.group_norm(x, groups, weights.get("weight"), weights.get("bias"), 1e-5)


def instance(training, momentum=0.1):
    return lambda x, weights, running: F.instance_norm(
        x, running.get("running_mean"), running.get("running_var"), weights.get("weight"), weights.get("bias"),
        training, momentum, 1e-5)


def main(folder):
    affine = [("weight", 6), ("bias", 6)]
    tracked = [("running_mean", 6), ("running_var", 6)]
    case(folder, "pad_crop", "F.pad(x, (-1, -2, -1, 0))", (2, 3, 4, 5), pad((-1, -2, -1, 0)))
    case(folder, "pad_crop_constant", "F.pad(x, (2, -3, -1, 1), value=0.5)", (2, 3, 4, 5), pad((2, -3, -1, 1), value=0.5))
    case(folder, "pad_crop_reflect", "F.pad(x, (-2, 2, 3, -1), mode='reflect')", (2, 3, 4, 5), pad((-2, 2, 3, -1), "reflect"))
    case(folder, "pad_crop_reflect1d", "F.pad(x, (3, -3), mode='reflect')", (2, 3, 5), pad((3, -3), "reflect"))
    case(folder, "pad_crop_replicate", "F.pad(x, (-2, 6, 3, -3), mode='replicate')", (2, 3, 4, 5),
         pad((-2, 6, 3, -3), "replicate"))
    case(folder, "group_norm", "F.group_norm(x, 3, weight, bias)", (3, 6, 4, 5), group(3), affine)
    case(folder, "group_norm1", "F.group_norm(x, 1, weight, bias)", (2, 6, 7), group(1), affine)
    case(folder, "group_norm_plain", "F.group_norm(x, 2)", (3, 6), group(2))
    case(folder, "instance_norm", "F.instance_norm(x)", (3, 6, 4, 5), instance(True))
    case(folder, "instance_norm_affine", "F.instance_norm(x, weight=weight, bias=bias)", (2, 6, 9), instance(True), affine)
    case(folder, "instance_norm_tracked", "F.instance_norm(x, mean, var, weight, bias, True, 0.1)", (3, 6, 4, 5),
         instance(True), affine, tracked)
    case(folder, "instance_norm_tracked_eval", "F.instance_norm(x, mean, var, weight, bias, False, 0.1)", (3, 6, 4, 5),
         instance(False), affine, tracked, gradients=False)
    case(folder, "instance_norm_tracked_plain", "F.instance_norm(x, mean, var, None, None, True, 0.3)", (1, 6, 5),
         instance(True, 0.3), (), tracked)


main(sys.argv[1])
