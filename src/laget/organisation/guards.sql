-- Work opens sight, so its end and absence are written by a leader of the unit alone, and
-- work that has ended is not taken up again. Where nobody acts, no page does either.
CREATE FUNCTION employment_is_the_leaders_to_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NOT NULL AND (
        OLD.ended_at IS NOT NULL
        OR acting_as() IS DISTINCT FROM 'staff'
        OR NOT EXISTS (
            SELECT FROM organisation_employment
            WHERE unit_id = OLD.unit_id AND user_id = actor() AND is_leader
              AND ended_at IS NULL))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for employment'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER the_leaders_to_change BEFORE UPDATE ON organisation_employment
    FOR EACH ROW EXECUTE FUNCTION employment_is_the_leaders_to_change();
