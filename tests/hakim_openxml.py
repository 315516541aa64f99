"""An independent judge of Open XML; what it says of a part's schema depends on that part alone, so each is judged once."""

from __future__ import annotations

from functools import wraps
from hashlib import sha256
from pathlib import Path


def salah(berkas: Path) -> list[str]:
    """Its errors; warnings are about inline strings and hints only, which Excel rewrites at its next save."""
    from openxml_audit import OpenXmlValidator, ValidationSeverity  # seconds, and the quick run never asks
    from openxml_audit.schema.validator import SchemaValidator

    if not hasattr(SchemaValidator.validate_part, "__wrapped__"):
        SchemaValidator.validate_part = _sekali(SchemaValidator.validate_part)
    hasil = OpenXmlValidator(max_errors=0).validate(berkas)
    return [str(e) for e in hasil.errors if e.severity == ValidationSeverity.ERROR]


def _sekali(asli):
    """Most parts of a workbook are those of the workbook it was made from."""
    jadi: dict[object, list[object]] = {}

    @wraps(asli)
    def validate_part(self, part, context):
        kunci = part.uri, part.content_type, sha256(part.raw_content or b"").digest()
        if kunci not in jadi:
            ada = len(context.errors)
            asli(self, part, context)
            jadi[kunci] = context.errors[ada:]
        else:
            context.errors += jadi[kunci]
        return context.errors

    return validate_part
