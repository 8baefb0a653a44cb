"""Opens freshly exported files with whatever of their readers is importable here, and says what it proved and what it skipped.

    readers.py FOLDER

FOLDER holds run.bdf.csv, run.bdf.parquet, cycles.csv, eis/, mpt/ and pyprobe/, all of one run, cellpy.yml, and expected.json with
the numbers that must come out. Nothing is installed and nothing is written outside a temporary folder. Exit code 1 if a reader
refused a file or read something else than was written.
"""

import importlib
import json
import math
import shutil
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

warnings.simplefilter("ignore")


class Skip(Exception):
    """What is needed is not there."""


def need(name):
    try:
        return importlib.import_module(name)
    except ImportError as missing:
        raise Skip(f"{missing}") from missing


def close(got, wanted, what, relative=1e-9, absolute=1e-15):
    if not math.isclose(float(got), float(wanted), rel_tol=relative, abs_tol=absolute):
        raise AssertionError(f"{what}: {float(got)!r} was read, {float(wanted)!r} was written")


def same(got, wanted, what):
    if got != wanted:
        raise AssertionError(f"{what}: {got!r} was read, {wanted!r} was written")


def table(frame, wanted, what):
    """A frame has as many rows, and its sums and last values are those written."""
    same(len(frame), wanted["rows"], f"rows of {what}")
    for label, total in wanted["sums"].items():
        close(frame[label].sum(), total, f"sum of {label}", absolute=1e-12)
    for label, value in wanted["last"].items():
        close(frame[label].iloc[-1], value, f"last {label}")


def pandas_csv(folder, wanted):
    pandas = need("pandas")
    table(pandas.read_csv(folder / "run.bdf.csv"), wanted["bdf"], "run.bdf.csv")
    cycles = pandas.read_csv(folder / "cycles.csv", comment="#")
    same(len(cycles), len(wanted["cycles"]), "cycles")
    for got, want in zip(cycles["discharge_capacity_ah"], wanted["cycles"]):
        close(got, want["discharge_ah"], "discharge capacity")
    return f"{wanted['bdf']['rows']} rows, {len(cycles)} cycles"


def pyarrow_parquet(folder, wanted):
    pandas = need("pandas")
    parquet = need("pyarrow.parquet")
    file = parquet.ParquetFile(folder / "run.bdf.parquet")
    same(file.metadata.metadata[b"simulated"], b"true", "the flag in the footer")
    same(file.metadata.row_group(0).column(0).compression, "ZSTD", "compression")
    frame = file.read().to_pandas()
    table(frame, wanted["bdf"], "run.bdf.parquet")
    text = pandas.read_csv(folder / "run.bdf.csv", float_precision="round_trip")
    same(list(frame.columns), list(text.columns), "labels")
    for label in frame.columns:
        if label == "Step Type":
            same(list(frame[label]), list(text[label]), label)
        else:
            differ = (frame[label] - text[label]).abs() > 1e-15 * text[label].abs()
            same(int(differ.sum()), 0, f"cells of {label} that differ from the CSV")
    return f"{len(frame)} rows, every cell that of the CSV"


def polars_parquet(folder, wanted):
    polars = need("polars")
    frame = polars.read_parquet(folder / "run.bdf.parquet")
    same(frame.height, wanted["bdf"]["rows"], "rows")
    close(frame["Voltage / V"].sum(), wanted["bdf"]["sums"]["Voltage / V"], "sum of Voltage / V")
    return f"{frame.height} rows"


def bdf_validator(folder, wanted):
    need("bdf")
    said = subprocess.run(
        [sys.executable, "-c", "from bdf.cli import app; app()", "validate", str(folder / "run.bdf.csv")],
        capture_output=True,
        text=True,
        check=False,
    )
    text = (said.stdout + said.stderr).strip()
    if said.returncode != 0:
        raise AssertionError(f"exit code {said.returncode}: {text}")
    return " ".join(text.split()) or "valid"


def galvani_mpt(folder, wanted):
    biologic = need("galvani.BioLogic")
    rows, _ = biologic.MPTfile(str(folder / "mpt/cycling.mpt"), encoding="cp1252")
    same(len(rows), wanted["mpt"]["rows"], "rows of cycling.mpt")
    close(rows["Ewe/V"].sum(), wanted["mpt"]["volts"], "sum of Ewe/V")
    close(rows["(Q-Qo)/mA.h"][-1], wanted["mpt"]["net_mah"], "last (Q-Qo)", absolute=1e-12)
    for name, want in wanted["spectra"].items():
        points, _ = biologic.MPTfile(str(folder / f"mpt/{name}.mpt"), encoding="cp1252")
        same(len(points), want["points"], f"points of {name}")
        close(points["Re(Z)/Ohm"].sum(), want["sum_re"], "sum of Re(Z)")
        close(-points["-Im(Z)/Ohm"].sum(), want["sum_im"], "sum of Im(Z)")
    return f"cycling.mpt and {len(wanted['spectra'])} spectra"


def impedance_py(folder, wanted):
    preprocessing = need("impedance.preprocessing")
    for name, want in wanted["spectra"].items():
        for how, path in ((preprocessing.readCSV, f"eis/{name}.csv"), (preprocessing.readBioLogic, f"mpt/{name}.mpt")):
            frequencies, impedances = how(str(folder / path))
            same(len(frequencies), want["points"], f"points of {path}")
            close(impedances.real.sum(), want["sum_re"], f"sum of Re(Z) in {path}")
            close(impedances.imag.sum(), want["sum_im"], f"sum of Im(Z) in {path}")
    return f"{len(wanted['spectra'])} spectra, as CSV and as .mpt"


def pyimpspec_mpt(folder, wanted):
    pyimpspec = need("pyimpspec")
    for name, want in wanted["spectra"].items():
        data = pyimpspec.parse_data(str(folder / f"mpt/{name}.mpt"))[0]
        same(len(data.get_frequencies()), want["points"], f"points of {name}")
        close(data.get_impedances().real.sum(), want["sum_re"], "sum of Re(Z)")
        close(data.get_impedances().imag.sum(), want["sum_im"], "sum of Im(Z)")
    return f"{len(wanted['spectra'])} spectra"


def yadg_mpt(folder, wanted):
    extractors = need("yadg.extractors.eclab.mpt")
    found = []
    for name in ["cycling", *wanted["spectra"]]:
        tree = extractors.extract(
            source=folder / f"mpt/{name}.mpt", timezone="UTC", encoding="windows-1252", locale="en_US"
        )
        found.append(len(tree["uts"]))
    same(found[0], wanted["mpt"]["rows"], "rows of cycling.mpt")
    return f"{len(found)} files, rows {found}"


def cellpy_custom(folder, wanted):
    cellpy = need("cellpy")
    import logging

    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copy(folder / "run.bdf.csv", Path(scratch) / "run.csv")
        cell = cellpy.get(
            Path(scratch) / "run.csv",
            instrument="custom",
            instrument_file=str(folder / "cellpy.yml"),
            cycle_mode="full_cell",
            mass=wanted["mass_mg"],
            testing=True,
        )
    summary = cell.data.summary
    got = {}
    for column, key in (("charge_capacity", "charge_ah"), ("discharge_capacity", "discharge_ah")):
        got[key] = summary[column]
    cycles = summary.index.tolist()
    for want in wanted["cycles"]:
        row = cycles.index(want["cycle"])
        close(got["charge_ah"].iloc[row], want["charge_ah"], f"charge of cycle {want['cycle']}", 1e-4)
        close(got["discharge_ah"].iloc[row], want["discharge_ah"], f"discharge of cycle {want['cycle']}", 1e-4)
    return f"{len(wanted['cycles'])} cycles, charge and discharge capacity within 0.01 %"


def pyprobe_pair(folder, wanted):
    pyprobe = need("pyprobe")
    cell = pyprobe.Cell(info={"Name": "cell"})
    cell.import_data("run", data_path=str(folder / "pyprobe/data.parquet"))
    procedure = cell.procedure["run"]
    same(procedure.data.height, wanted["mpt"]["rows"], "rows")
    steps = procedure.step_descriptions
    same(len(steps["Step"]), wanted["steps"], "steps of README.yaml")
    experiment = procedure.experiment(procedure.experiment_names[0])
    close(experiment.charge(0).get("Voltage [V]")[-1], wanted["first_charge_last_volts"], "end of the first charge")
    close(procedure.get("Capacity [Ah]")[-1], wanted["mpt"]["net_mah"] / 1000, "net capacity", absolute=1e-15)
    return f"{procedure.data.height} rows, {len(steps['Step'])} steps, {steps['Description'][0]!r}"


READERS = {
    "pandas, run.bdf.csv and cycles.csv": pandas_csv,
    "pyarrow, run.bdf.parquet": pyarrow_parquet,
    "polars, run.bdf.parquet": polars_parquet,
    "BDF validator, run.bdf.csv": bdf_validator,
    "galvani, mpt": galvani_mpt,
    "impedance.py, eis and mpt": impedance_py,
    "pyimpspec, mpt": pyimpspec_mpt,
    "yadg, mpt": yadg_mpt,
    "cellpy, run.bdf.csv with cellpy.yml": cellpy_custom,
    "PyProBE, pyprobe": pyprobe_pair,
}


def main():
    folder = Path(sys.argv[1])
    wanted = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    failed = 0
    for name, reader in READERS.items():
        try:
            print(f"proved   {name}: {reader(folder, wanted)}")
        except Skip as missing:
            print(f"skipped  {name}: {missing}")
        except Exception as wrong:  # whatever a reader throws is its refusal
            failed += 1
            print(f"FAILED   {name}: {type(wrong).__name__}: {wrong}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
