-- Whose concern is about a child sees the child: so it must be one they can see already.
CREATE FUNCTION concern_about_a_child_one_sees() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.child_id IS NOT NULL AND actor() IS NOT NULL
       AND (TG_OP = 'INSERT' OR NEW.child_id IS DISTINCT FROM OLD.child_id)
       AND NOT NEW.child_id = ANY (ARRAY(SELECT readable_children()))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for concern'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER about_a_child_one_sees BEFORE INSERT OR UPDATE ON concerns_concern
    FOR EACH ROW EXECUTE FUNCTION concern_about_a_child_one_sees();
