"""Who plays for which side, and which goals there were: chosen together by an exact model."""
