"""What a report tells beside its match, or without one."""
