from django.db import migrations

FIND = """
CREATE TRIGGER found_by_number AFTER INSERT OR UPDATE OF nin_index ON accounts_user
    FOR EACH ROW EXECUTE FUNCTION family_is_found_by_number();
"""


class Migration(migrations.Migration):
    dependencies = [("children", "0004_protect_shields"), ("accounts", "0002_login")]
    operations = [migrations.RunSQL(FIND, migrations.RunSQL.noop)]
