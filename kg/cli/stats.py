"""`kg list`, `kg stats`: what is in a store."""

from kg.cli.arguments import StoreName
from kg.cli.tables import TableFormat, print_rows


def list_(store: StoreName, form: TableFormat = None) -> None:
    """List the reports in a store."""
    from kg.keeping.contents import listed
    from kg.store import open_store

    with open_store(store) as opened:
        rows = [(one.report, one.date, one.source) for one in listed(opened)]
    print_rows(("report", "date", "source"), rows, form)


def stats(store: StoreName, form: TableFormat = None) -> None:
    """Count what is in a store, and what was left out by reason."""
    from kg.keeping.contents import counts
    from kg.store import open_store

    with open_store(store) as opened:
        rows = [(one.of, one.kind, str(one.number)) for one in counts(opened)]
    print_rows(("of", "kind", "number"), rows, form)
