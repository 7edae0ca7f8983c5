-- What was sealed is what holds: only until when a round is open may move.
CREATE TRIGGER rounds_rule_stays BEFORE UPDATE OF ordinal, edition_id, plan, rule, rule_hash, seed, sealed_at ON rounds WHEN OLD.sealed_at IS NOT NULL AND (NEW.ordinal, NEW.edition_id, NEW.plan, NEW.rule, NEW.rule_hash, NEW.seed, NEW.sealed_at) IS NOT (OLD.ordinal, OLD.edition_id, OLD.plan, OLD.rule, OLD.rule_hash, OLD.seed, OLD.sealed_at) BEGIN SELECT RAISE(ABORT, 'rounds: what was sealed is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_versions_stay BEFORE UPDATE ON sheet_versions BEGIN SELECT RAISE(ABORT, 'sheet_versions: a version is never changed'); END;
