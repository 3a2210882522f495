"""The option that takes a date, as people write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from mdquiz.study.dates import read_date

if TYPE_CHECKING:
    _Param = click.ParamType[date]
else:
    _Param = click.ParamType


class DateParam(_Param):
    """An option that takes a date."""

    name = "date"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002
    ) -> date:
        """The date that was meant.

        Raises:
            UsageError: There is no such date, or it is none; the hint says what to write.
        """
        if isinstance(value, date):
            return value
        option = param.opts[0] if param is not None and param.opts else ""
        return read_date(str(value), option)


DATE = DateParam()
