-- What must hold of the family's own words, whoever asks.

-- In the books they are kept under their own key, which nobody reads but the owner of the
-- database: not what a draft said, not what was taken back, not what a family answered.
DROP TRIGGER remember ON voices_voice;
CREATE TRIGGER remember AFTER INSERT OR UPDATE OR DELETE ON voices_voice
    FOR EACH ROW EXECUTE FUNCTION audit_remember('id');
DROP TRIGGER remember ON voices_experience;
CREATE TRIGGER remember AFTER INSERT OR UPDATE OR DELETE ON voices_experience
    FOR EACH ROW EXECUTE FUNCTION audit_remember('id');

-- A part of life has a face or none: never a number, and nothing that could be added up.
CREATE FUNCTION voice_has_faces() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF jsonb_typeof(NEW.areas) <> 'object' OR EXISTS (
        SELECT FROM jsonb_each(NEW.areas) AS chosen(area, face)
        WHERE area NOT IN ('home', 'school', 'friends', 'body', 'feelings', 'doing')
           OR face NOT IN ('"really_good"', '"good"', '"so_so"', '"not_good"', '"bad"'))
    THEN
        RAISE EXCEPTION 'voice_has_faces' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER has_faces BEFORE INSERT OR UPDATE OF areas ON voices_voice
    FOR EACH ROW EXECUTE FUNCTION voice_has_faces();

-- What is shared says what it said then: it can be taken back, once, and no more.
CREATE FUNCTION voice_keeps_its_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.child_id <> OLD.child_id OR NEW.written_by_id <> OLD.written_by_id
       OR OLD.withdrawn_at IS NOT NULL
       OR OLD.shared_at IS NULL AND NEW.withdrawn_at IS NOT NULL
       OR OLD.shared_at IS NOT NULL AND
          to_jsonb(NEW) - 'withdrawn_at' <> to_jsonb(OLD) - 'withdrawn_at'
    THEN
        RAISE EXCEPTION 'voice_keeps_its_words' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keeps_its_words BEFORE UPDATE ON voices_voice
    FOR EACH ROW EXECUTE FUNCTION voice_keeps_its_words();

-- When it was answered is not for the one who answers to say; and it is about a review
-- of that log that is there for them to see, or about the log itself.
CREATE FUNCTION experience_is_about_this_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.at := clock_now();
    IF NEW.record <> NEW.log_id AND NOT EXISTS (
        SELECT FROM logs_review WHERE id = NEW.record AND log_id = NEW.log_id)
    THEN
        RAISE EXCEPTION 'experience_is_about_this_log' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_about_this_log BEFORE INSERT ON voices_experience
    FOR EACH ROW EXECUTE FUNCTION experience_is_about_this_log();
