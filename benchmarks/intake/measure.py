"""Measures an import of synthetic services into a new site with the demo region: time by stage and
memory, then the same data once more. `python benchmarks/intake/measure.py [SERVICES]`, with the
database of DATABASE_URL (a temporary SQLite file without it).
"""

import os
import sys
import tempfile
from io import StringIO
from pathlib import Path
from time import monotonic, process_time

from synthetic import write_catalogue

FOLDER = tempfile.TemporaryDirectory(prefix="familycentre-import-")
os.environ["FAMILYCENTRE_VAR"] = FOLDER.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "familycentre.settings.dev")


def memory() -> int:
    """Return how many MiB of memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def main() -> None:
    """Prepare a site, import twice, say what it took."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_demo", stdout=StringIO())
    data = Path(FOLDER.name) / "catalogue"
    write_catalogue(data, int(sys.argv[1]) if sys.argv[1:] else 10_000)
    for name in ("first import", "the same again"):
        measure(name, data)


def measure(name: str, data: Path) -> None:
    """Import, and print seconds and memory as it goes on."""
    from intake.importing.run import run_import

    started, worked = monotonic(), process_time()

    def say(what: str) -> None:
        seconds, work = monotonic() - started, process_time() - worked
        print(f"  {what}: {seconds:.1f} s ({work:.1f} s of work), {memory()} MiB", flush=True)

    def progress(done: int, total: int) -> None:
        if done == 1 or done % 1000 == 0 or done == total:
            say(f"{done} of {total}")

    say(f"{name} begins")
    batch = run_import(data, progress=progress)
    say("announced and committed")
    print(f"  {batch.report['counts']}")


if __name__ == "__main__":
    main()
