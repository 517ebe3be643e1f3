"""Operations that Django does not have."""

from django.db import models
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class AddFields(Operation):
    """Many columns for one table in one step: added one by one, all tables would be worked out anew for each of them.

    On SQLite a column with a default stays one with a default, which spares copying the table for each.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str, fields: list[tuple[str, models.Field]]) -> None:
        self.model_name = model_name
        self.fields = fields

    def deconstruct(self):
        return self.__class__.__name__, [], {"model_name": self.model_name, "fields": self.fields}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # worked out once, when all fields are there
        for name, field in self.fields:
            state.add_field(app_label, self.model_name, name, field, preserve_default=True)

    def database_forwards(self, app_label, schema_editor, from_state, to_state) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        for name, _ in self.fields:
            field = model._meta.get_field(name)
            if schema_editor.connection.vendor == "sqlite":
                definition, values = schema_editor.column_sql(model, field, include_default=True)
                column = {
                    "table": schema_editor.quote_name(model._meta.db_table),
                    "column": schema_editor.quote_name(field.column),
                    "definition": definition,
                }
                schema_editor.execute(schema_editor.sql_create_column % column, values or None)
            else:
                schema_editor.add_field(from_state.apps.get_model(app_label, self.model_name), field)

    def database_backwards(self, app_label, schema_editor, from_state, to_state) -> None:
        model = from_state.apps.get_model(app_label, self.model_name)
        for name, _ in reversed(self.fields):
            schema_editor.remove_field(model, model._meta.get_field(name))

    def describe(self) -> str:
        return f"Add {len(self.fields)} fields to {self.model_name}"
