-- Emergency access lasts two hours: a concern about a child must not make it last. So a
-- concern is about a child one works with; to see it is not enough.
CREATE OR REPLACE FUNCTION concern_about_a_child_one_sees() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.child_id IS NOT NULL AND actor() IS NOT NULL
       AND (TG_OP = 'INSERT' OR NEW.child_id IS DISTINCT FROM OLD.child_id)
       AND NOT NEW.child_id = ANY (ARRAY(SELECT workable_children()))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for concern'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

-- Who thinks along reads; only the owner writes, decides and passes on. When the owner's
-- work has ended, or they are long away, it finds another owner in the same unit: that
-- alone changes.
CREATE FUNCTION concern_is_changed_by_its_owner() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    today date := (clock_now() AT TIME ZONE 'Europe/Oslo')::date;
BEGIN
    IF actor() IS NULL OR OLD.owner_id = actor() THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - 'owner_id' - 'employment_id'
          <> to_jsonb(OLD) - 'owner_id' - 'employment_id'
       OR NOT EXISTS (
           SELECT FROM organisation_employment before
           JOIN organisation_employment job
             ON job.unit_id = before.unit_id AND job.ended_at IS NULL
           WHERE before.id = OLD.employment_id AND job.id = NEW.employment_id
             AND job.user_id = NEW.owner_id
             AND (before.ended_at IS NOT NULL OR before.away_from <= today
                  AND (before.away_until IS NULL OR before.away_until >= today)))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for concern'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER changed_by_its_owner BEFORE UPDATE ON concerns_concern
    FOR EACH ROW EXECUTE FUNCTION concern_is_changed_by_its_owner();
