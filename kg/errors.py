"""The exceptions for wrong input: where it is, what is wrong, what to do."""


class InputError(Exception):
    """Something a user gave cannot be used; the message is one line and says how to go on."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        """Keep the three parts; `str()` joins them as "where: what; remedy"."""
        super().__init__(f"{where}: {what}; {remedy}")
        self.where = where
        self.what = what
        self.remedy = remedy


class StoreError(InputError):
    """A store cannot be used, or cannot go on: damaged, full, locked, away, of another version."""
