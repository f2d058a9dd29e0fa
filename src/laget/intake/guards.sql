-- A request for help is added by anyone, lies somewhere, and is lost by nobody.

-- How often one address has knocked this hour. The application neither reads nor writes
-- it but through the two functions: what stands for an address says nothing an hour on.
CREATE TABLE intake_knock (
    sign text PRIMARY KEY,
    at timestamptz NOT NULL,
    times int NOT NULL
);

CREATE FUNCTION forget_knocks() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM intake_knock WHERE at < clock_now() - interval '1 hour'
$$;

CREATE FUNCTION knocked(who text) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found int;
BEGIN
    PERFORM forget_knocks();
    INSERT INTO intake_knock AS knock VALUES (who, clock_now(), 1)
    ON CONFLICT (sign) DO UPDATE SET times = knock.times + 1
    RETURNING knock.times INTO found;
    RETURN found;
END $$;

CREATE FUNCTION refused_by_policy(what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'new row violates row-level security policy for %', what
        USING ERRCODE = 'insufficient_privilege';
END $$;

-- It arrives in triage, now, unanswered: whoever sends it cannot say otherwise.
CREATE FUNCTION request_arrives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.received_at := clock_now();
    IF NEW.employment_id IS NOT NULL OR NEW.answered_at IS NOT NULL
       OR NEW.closed_at IS NOT NULL OR NEW.closed_words <> ''
       OR NEW.next_on <> NEW.answer_by
       OR NEW.answer_by < (clock_now() AT TIME ZONE 'Europe/Oslo')::date
    THEN
        PERFORM refused_by_policy('request');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER arrives BEFORE INSERT ON intake_helprequest
    FOR EACH ROW EXECUTE FUNCTION request_arrives();

-- Someone gets it by accepting it, for a unit that was asked and has not answered; all
-- else is changed by whoever is responsible. What is closed stays as it was.
CREATE FUNCTION request_is_changed_by_who_answers_for_it() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF OLD.closed_at IS NOT NULL OR NEW.next_on IS NULL
       OR (OLD.answered_at IS NOT NULL
           AND NEW.answered_at IS DISTINCT FROM OLD.answered_at)
    THEN
        PERFORM refused_by_policy('request');
    ELSIF NEW.employment_id IS DISTINCT FROM OLD.employment_id THEN
        IF NEW.closed_at IS NOT NULL
           OR NEW.answered_at IS DISTINCT FROM OLD.answered_at
           OR NOT EXISTS (
               SELECT FROM intake_routing routing
               JOIN organisation_employment job
                 ON job.unit_id = routing.to_unit_id AND job.ended_at IS NULL
               WHERE routing.request_id = NEW.id AND routing.answered_at IS NULL
                 AND job.id = NEW.employment_id AND job.user_id = actor())
        THEN
            PERFORM refused_by_policy('request');
        END IF;
    ELSIF NOT NEW.id = ANY (ARRAY(SELECT responsible_requests())) THEN
        PERFORM refused_by_policy('request');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER changed_by_who_answers_for_it BEFORE UPDATE ON intake_helprequest
    FOR EACH ROW EXECUTE FUNCTION request_is_changed_by_who_answers_for_it();

-- A unit is asked only if its service takes requests and serves the municipality.
CREATE FUNCTION routing_leads_somewhere() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.answered_at IS NOT NULL OR NOT EXISTS (
        SELECT FROM intake_helprequest request
        JOIN organisation_unit unit ON unit.id = NEW.to_unit_id AND NOT unit.is_ended
        JOIN organisation_service service
          ON service.id = unit.service_id AND service.takes_requests
         AND NOT service.is_ended
        JOIN organisation_service_municipalities served
          ON served.service_id = service.id
         AND served.municipality_id = request.municipality_id
        WHERE request.id = NEW.request_id AND request.closed_at IS NULL)
    THEN
        PERFORM refused_by_policy('routing');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER leads_somewhere BEFORE INSERT ON intake_routing
    FOR EACH ROW EXECUTE FUNCTION routing_leads_somewhere();

-- It is answered once, by someone of the unit in their own name: an acceptance by whoever
-- the request is now with. It is taken back by whoever answers for the request.
CREATE FUNCTION routing_is_answered_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF OLD.answered_at IS NOT NULL OR NEW.answered_at IS NULL
       OR (NEW.accepted IS NULL
           AND NOT NEW.request_id = ANY (ARRAY(SELECT responsible_requests())))
       OR (NEW.accepted IS NOT NULL AND NOT EXISTS (
           SELECT FROM organisation_employment job
           WHERE job.id = NEW.answered_by_id AND job.user_id = actor()
             AND job.unit_id = NEW.to_unit_id AND job.ended_at IS NULL))
       OR (NEW.accepted AND NOT EXISTS (
           SELECT FROM intake_helprequest request
           WHERE request.id = NEW.request_id
             AND request.employment_id = NEW.answered_by_id))
    THEN
        PERFORM refused_by_policy('routing');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answered_once BEFORE UPDATE ON intake_routing
    FOR EACH ROW EXECUTE FUNCTION routing_is_answered_once();
