"""Who plays for which side, and which goals there were: chosen together by an exact model.

`pulls` draw people to `sides`; `candidates` are the goals there may have been, `twins` says which
tellings may be of one, and `interrupted` which are of two because others scored between them.
`placing` puts them on the `course` of the score, with the `turns` of it; `model` chooses, made of
what `weighing` gives, and `goals` tells those that were chosen, with the `late_minutes` that their
sentences leave over.
"""
