-- What must hold in meetings whoever writes, and whatever the code forgets.

CREATE FUNCTION meeting_refused(rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', rule USING ERRCODE = 'check_violation';
END $$;

-- Those who may be asked to a meeting: guardians of the child who may see, and its team.
CREATE FUNCTION invitation_is_to_one_of_them() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    log logs_log;
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    SELECT l.* INTO log FROM logs_log l
        JOIN meetings_meeting m ON m.log_id = l.id WHERE m.id = NEW.meeting_id;
    NEW.invited_at := clock_now();
    IF NEW.guardian_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM children_guardianship theirs
        JOIN children_child child ON child.id = theirs.child_id
        JOIN organisation_municipality place ON place.id = child.municipality_id
        WHERE theirs.id = NEW.guardian_id AND theirs.child_id = log.child_id
          AND theirs.ended_at IS NULL AND theirs.may_see AND NOT theirs.barred
          AND NOT is_of_age(child.born_on, place.guardian_sight_age))
    THEN
        PERFORM meeting_refused('invitation_is_to_a_guardian_who_may_see');
    END IF;
    IF NEW.employment_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM logs_participation part
        JOIN organisation_employment job ON job.id = part.employment_id
        WHERE part.log_id = log.id AND part.left_at IS NULL
          AND job.ended_at IS NULL AND job.id = NEW.employment_id)
    THEN
        PERFORM meeting_refused('invitation_is_to_one_of_the_team');
    END IF;
    IF NEW.answer <> '' AND NOT EXISTS (
        SELECT FROM organisation_employment
        WHERE id = NEW.employment_id AND user_id = actor())
    THEN
        PERFORM meeting_refused('invitation_is_answered_by_whom_it_is_to');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_to_one_of_them BEFORE INSERT ON meetings_invitation
    FOR EACH ROW EXECUTE FUNCTION invitation_is_to_one_of_them();

-- One answers for oneself. Those who work with the child may write down what somebody in
-- the family has said. What was taken back, called off or is over is not answered.
CREATE FUNCTION invitation_is_answered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    meeting meetings_meeting;
    is_own boolean;
    is_ours boolean;
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    SELECT * INTO meeting FROM meetings_meeting WHERE id = NEW.meeting_id;
    is_own := NEW.guardian_id = ANY (ARRAY(SELECT * FROM own_guardianships()))
        OR NEW.guardian_id IS NULL AND NEW.employment_id IS NULL AND EXISTS (
            SELECT FROM logs_log WHERE id = meeting.log_id
            AND child_id = ANY (ARRAY(SELECT * FROM own_page())))
        OR acting_as() = 'staff' AND EXISTS (
            SELECT FROM organisation_employment
            WHERE id = NEW.employment_id AND user_id = actor() AND ended_at IS NULL);
    is_ours := COALESCE(acting_as() = 'staff', false)
        AND meeting.log_id = ANY (ARRAY(SELECT workable_logs()));
    IF NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at AND NOT is_ours THEN
        PERFORM meeting_refused('invitation_is_taken_back_by_those_who_work');
    END IF;
    IF (NEW.answer, NEW.words, NEW.answered_at)
       IS NOT DISTINCT FROM (OLD.answer, OLD.words, OLD.answered_at)
       OR NEW.answer = '' AND NEW.words = '' AND is_ours
    THEN
        RETURN NEW;  -- not answered here; or asked anew, when the time is another
    END IF;
    IF NOT (COALESCE(is_own, false)
            OR is_ours AND NEW.employment_id IS NULL) THEN
        PERFORM meeting_refused('invitation_is_answered_by_whom_it_is_to');
    END IF;
    IF OLD.withdrawn_at IS NOT NULL OR meeting.cancelled_at IS NOT NULL
       OR meeting.ends_at <= clock_now() THEN
        PERFORM meeting_refused('invitation_stands_when_it_is_answered');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_answered BEFORE UPDATE ON meetings_invitation
    FOR EACH ROW EXECUTE FUNCTION invitation_is_answered();

-- Every change has a number of its own, so that calendars know which is the latest. What
-- is called off stays so, with a reason.
CREATE FUNCTION meeting_changes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.cancelled_at IS NOT NULL OR NEW.sequence <= OLD.sequence
       OR NEW.cancelled_at IS NOT NULL AND NEW.cancelled_why = '' THEN
        PERFORM meeting_refused('meeting_changes_forward');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER changes_forward BEFORE UPDATE ON meetings_meeting
    FOR EACH ROW EXECUTE FUNCTION meeting_changes_forward();

-- The agenda is open until the meeting is over. A guest reads it and writes nothing, and
-- who sees by emergency access changes nothing.
CREATE FUNCTION agenda_is_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.removed_at IS NOT NULL
       OR NOT EXISTS (
           SELECT FROM meetings_meeting meeting
           WHERE meeting.id = NEW.meeting_id AND meeting.cancelled_at IS NULL
             AND meeting.ends_at > clock_now()
             AND (acting_as() = 'family'
                  OR meeting.log_id = ANY (ARRAY(SELECT workable_logs()))))
    THEN
        PERFORM meeting_refused('agenda_is_open');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_open BEFORE INSERT OR UPDATE ON meetings_agendaitem
    FOR EACH ROW EXECUTE FUNCTION agenda_is_open();

-- Minutes are their writer's until they are shared, and are never changed after that.
CREATE FUNCTION minutes_stand_when_shared() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NOT NULL
       AND (OLD.shared_at IS NOT NULL OR OLD.written_by_id <> actor()) THEN
        PERFORM meeting_refused('minutes_stand_when_shared');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stand_when_shared BEFORE UPDATE ON meetings_minutes
    FOR EACH ROW EXECUTE FUNCTION minutes_stand_when_shared();

-- A chair is for one thing of this child's, for a time: at most 30 days after the
-- meeting, or from now for a paper, and only one that the family may read, all of it.
CREATE FUNCTION seat_is_for_this_child() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    needed timestamptz;
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    NEW.given_at := clock_now();
    SELECT GREATEST(meeting.ends_at, clock_now()) INTO needed
    FROM meetings_meeting meeting
    WHERE meeting.id = NEW.meeting_id AND meeting.log_id = NEW.log_id
      AND meeting.cancelled_at IS NULL;
    IF NEW.paper_id IS NOT NULL THEN
        SELECT clock_now() INTO needed FROM forms_filled paper
        JOIN logs_log log ON log.id = NEW.log_id
        WHERE paper.id = NEW.paper_id AND paper.finished_at IS NOT NULL
          AND paper.seen_with IN (log.id, log.concern_id)
          AND EXISTS (SELECT FROM forms_part
                      WHERE filled_id = paper.id AND readers = 'family')
          AND NOT EXISTS (SELECT FROM children_shield
                          WHERE record = paper.id AND lifted_at IS NULL);
    END IF;
    IF needed IS NULL OR NEW.user_id IS NOT NULL OR NEW.taken_at IS NOT NULL
       OR NEW.ended_at IS NOT NULL OR NEW.until > needed + interval '30 days'
       OR NOT EXISTS (SELECT FROM logs_log WHERE id = NEW.log_id
                      AND child_id = NEW.child_id AND closed_at IS NULL)
    THEN
        PERFORM meeting_refused('seat_is_for_one_thing_of_this_child');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_for_this_child BEFORE INSERT ON meetings_seat
    FOR EACH ROW EXECUTE FUNCTION seat_is_for_this_child();

-- The holder ends it, and it does not begin anew or last longer. Who has it, has it.
CREATE FUNCTION seat_only_ends() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF OLD.ended_at IS NOT NULL OR NEW.until > OLD.until
       OR OLD.user_id IS NOT NULL AND NEW.user_id IS DISTINCT FROM OLD.user_id
       OR (NEW.ended_at IS NOT NULL OR NEW.until <> OLD.until) AND NOT EXISTS (
           SELECT FROM logs_log WHERE id = NEW.log_id
           AND holder_id = actor() AND acting_as() = 'staff')
    THEN
        PERFORM meeting_refused('seat_only_ends');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_ends BEFORE UPDATE ON meetings_seat
    FOR EACH ROW EXECUTE FUNCTION seat_only_ends();
