-- Who works where is registered by the administrator of the municipality that runs the
-- service, and an account is made by an administrator. The owner's own commands may too.
CREATE FUNCTION employment_is_the_administrators_to_add() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'laget_app' AND NOT EXISTS (
        SELECT FROM organisation_unit unit
        JOIN organisation_service service ON service.id = unit.service_id
        WHERE unit.id = NEW.unit_id
          AND service.host_id = ANY (ARRAY(SELECT * FROM administered())))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for employment'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER the_administrators_to_add BEFORE INSERT ON organisation_employment
    FOR EACH ROW EXECUTE FUNCTION employment_is_the_administrators_to_add();

CREATE FUNCTION user_is_the_administrators_to_add() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'laget_app' AND NOT EXISTS (SELECT FROM administered()) THEN
        RAISE EXCEPTION 'new row violates row-level security policy for user'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER the_administrators_to_add BEFORE INSERT ON accounts_user
    FOR EACH ROW EXECUTE FUNCTION user_is_the_administrators_to_add();
