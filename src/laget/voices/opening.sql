-- A child opens its words to guardians who see its page today, and to nobody else.

CREATE FUNCTION voice_is_open_to_its_guardians() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM unnest(NEW.open_to) AS chosen(guardian)
        WHERE NOT EXISTS (
            SELECT FROM children_guardianship theirs
            WHERE theirs.id = chosen.guardian AND theirs.child_id = NEW.child_id
              AND theirs.ended_at IS NULL AND theirs.may_see AND NOT theirs.barred))
    THEN
        RAISE EXCEPTION 'voice_is_open_to_its_guardians' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_open_to_its_guardians BEFORE INSERT OR UPDATE OF open_to
    ON voices_voice
    FOR EACH ROW EXECUTE FUNCTION voice_is_open_to_its_guardians();
