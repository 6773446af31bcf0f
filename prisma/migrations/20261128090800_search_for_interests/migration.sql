-- Interests with the words in number, subject or potential customer, the latest first: through the index of trigrams, whatever the
-- planner thinks, as for customers and deliveries (20261128033000_search_for_customers).
CREATE FUNCTION interests_by_words(typed text, most integer) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
DECLARE
  conditions text := (SELECT string_agg(format('i."searchText" LIKE %L', pattern), ' AND ') FROM unnest(search_patterns(typed)) pattern);
BEGIN
  IF conditions IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE 'SELECT i.id FROM "Interest" i WHERE ' || conditions || ' ORDER BY i.number DESC LIMIT $1' USING most;
END
$$;

-- What is still to be done is a small part of all that ever was.
CREATE INDEX "InterestTask_open_idx" ON "InterestTask" ("interestId", "dueAt") WHERE "doneAt" IS NULL;
