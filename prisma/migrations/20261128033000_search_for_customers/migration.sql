-- Searching names, addresses and parts of numbers among a million customers. Both extensions are trusted: the owner of a database may
-- make them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- What is stored and what is typed is folded by these, so that there is nothing to keep alike in two languages.

-- `Żółć` → `zolc`. Immutable as long as nobody edits the rules of unaccent.
CREATE FUNCTION fold_text(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(unaccent(normalize(typed)))
$$;

-- Folded, and nothing but words with one blank between them: `O'Brien & Wójcik (5/7)` → `obrien wojcik 5 7`. What means something to
-- `like` is gone with the other signs. The class names them, because what a locale takes for a letter differs.
CREATE FUNCTION search_words(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(translate(fold_text(typed), '''`´', ''), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a0]+', ' ', 'g'))
$$;

-- The `like` patterns of what was typed, one a word. An index of trigrams finds no fewer than three letters inside of a word, but also
-- fewer at its beginning. A word without a letter or a digit (an emoji) means nothing.
CREATE FUNCTION search_patterns(typed text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(CASE WHEN length(word) < 3 THEN '% ' ELSE '%' END || word || '%'), '{}')
    FROM unnest(string_to_array(search_words(typed), ' ')) AS word
   WHERE show_trgm(word) <> '{}'
$$;

-- ── What a search for customers reads ───────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Customer" DROP COLUMN "searchText";
ALTER TABLE "Customer" ADD COLUMN "searchText" TEXT NOT NULL DEFAULT '';

-- Begins with a blank, so that each word of it has one before it. Somebody with a thousand addresses is found by some of them.
CREATE FUNCTION customer_search_text(customer "Customer") RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT left(' ' || search_words(concat_ws(' ', customer.name, customer.company, customer.city,
    (SELECT string_agg(p.name, ' ' ORDER BY p.id) FROM "ContactPerson" p WHERE p."customerId" = customer.id),
    (SELECT string_agg(concat_ws(' ', a.street, a.flat, a.district, a.city), ' ' ORDER BY a.id) FROM "Address" a WHERE a."customerId" = customer.id)
  )), 10000)
$$;

-- The triggers keep the search path they were made with: whoever writes without one, as a restore of data alone does, finds the words too.
CREATE FUNCTION keep_customer_search_text() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Nothing can refer to a row before it is there: two look-ups less for each line of an import.
    NEW."searchText" := ' ' || search_words(concat_ws(' ', NEW.name, NEW.company, NEW.city));
  ELSE
    NEW."searchText" := customer_search_text(NEW);
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Customer_searchText" BEFORE INSERT OR UPDATE OF name, company, city ON "Customer"
  FOR EACH ROW EXECUTE FUNCTION keep_customer_search_text();

-- First the locks, in one order, and then a statement of its own: it sees what whoever held a lock before has committed, so that of two
-- addresses added in one instant none is forgotten.
CREATE FUNCTION refresh_customer_search_text(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Customer" WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  -- Materialized: each is read once, however the two are joined.
  WITH fresh AS MATERIALIZED (SELECT id, customer_search_text("Customer") AS text FROM "Customer" WHERE id = ANY (ids))
  UPDATE "Customer" c SET "searchText" = fresh.text FROM fresh
   WHERE c.id = fresh.id AND c."searchText" <> fresh.text;
END
$$;

CREATE FUNCTION keep_search_text_after_insert() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refresh_customer_search_text(array_agg(DISTINCT "customerId")) FROM after;
  RETURN NULL;
END
$$;

CREATE FUNCTION keep_search_text_after_delete() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refresh_customer_search_text(array_agg(DISTINCT "customerId")) FROM before;
  RETURN NULL;
END
$$;

-- Each delivery says when an address was last used: that is no other address.
CREATE FUNCTION keep_search_text_after_address_update() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refresh_customer_search_text(array_agg(DISTINCT changed."customerId")) FROM (
    (SELECT id, "customerId", street, flat, district, city FROM before EXCEPT SELECT id, "customerId", street, flat, district, city FROM after)
    UNION ALL
    (SELECT id, "customerId", street, flat, district, city FROM after EXCEPT SELECT id, "customerId", street, flat, district, city FROM before)
  ) changed HAVING count(*) > 0;
  RETURN NULL;
END
$$;

CREATE FUNCTION keep_search_text_after_contact_update() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refresh_customer_search_text(array_agg(DISTINCT changed."customerId")) FROM (
    (SELECT id, "customerId", name FROM before EXCEPT SELECT id, "customerId", name FROM after)
    UNION ALL
    (SELECT id, "customerId", name FROM after EXCEPT SELECT id, "customerId", name FROM before)
  ) changed HAVING count(*) > 0;
  RETURN NULL;
END
$$;

CREATE TRIGGER "Address_searchText_insert" AFTER INSERT ON "Address" REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_text_after_insert();
CREATE TRIGGER "Address_searchText_update" AFTER UPDATE ON "Address" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_text_after_address_update();
CREATE TRIGGER "Address_searchText_delete" AFTER DELETE ON "Address" REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_text_after_delete();

CREATE TRIGGER "ContactPerson_searchText_insert" AFTER INSERT ON "ContactPerson" REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_text_after_insert();
CREATE TRIGGER "ContactPerson_searchText_update" AFTER UPDATE ON "ContactPerson" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_text_after_contact_update();
CREATE TRIGGER "ContactPerson_searchText_delete" AFTER DELETE ON "ContactPerson" REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_text_after_delete();

UPDATE "Customer" SET "searchText" = customer_search_text("Customer");

-- ── What a search for deliveries reads ──────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Delivery" ADD COLUMN "searchText" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION keep_delivery_search_text() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  NEW."searchText" := ' ' || search_words(concat_ws(' ', NEW."customerName", NEW."phoneE164", NEW.street, NEW.flat, NEW.district, NEW.city));
  RETURN NEW;
END
$$;

CREATE TRIGGER "Delivery_searchText" BEFORE INSERT OR UPDATE OF "customerName", "phoneE164", street, flat, district, city ON "Delivery"
  FOR EACH ROW EXECUTE FUNCTION keep_delivery_search_text();

UPDATE "Delivery" SET "customerName" = "customerName";

-- ── Indexes ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- CreateIndex
CREATE INDEX "Customer_class_name_id_idx" ON "Customer"("class", "name", "id");

-- CreateIndex
CREATE INDEX "Customer_searchText_idx" ON "Customer" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Delivery_searchText_idx" ON "Delivery" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "PhoneNumber_e164_idx" ON "PhoneNumber" USING GIN ("e164" gin_trgm_ops);

-- ── Through the indexes, whatever the planner thinks ────────────────────────────────────────────────────────────────

-- How rare a word is, the planner guesses from a hundred rows, and reads a million where one would do. These leave it no other way than
-- the index of trigrams. They plan anew for each word; what is in the text of a query is quoted by format().

-- Whoever the words mean, by name behind the last one of a page, or any of them where the order does not matter. No class is any class.
CREATE FUNCTION customers_by_words(typed text, of_class "CustomerClass", after_name text, after_id uuid, is_sorted boolean, most integer)
  RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
DECLARE
  conditions text := (SELECT string_agg(format('c."searchText" LIKE %L', pattern), ' AND ') FROM unnest(search_patterns(typed)) pattern);
BEGIN
  IF conditions IS NULL THEN RETURN; END IF;
  IF of_class IS NOT NULL THEN conditions := conditions || ' AND c.class = $1'; END IF;
  IF after_id IS NOT NULL THEN conditions := conditions || ' AND (c.name, c.id) > ($2, $3)'; END IF;
  RETURN QUERY EXECUTE 'SELECT c.id FROM "Customer" c WHERE ' || conditions
    || CASE WHEN is_sorted THEN ' ORDER BY c.name, c.id' ELSE '' END || ' LIMIT $4'
    USING of_class, after_name, after_id, most;
END
$$;

-- The customers with these digits somewhere in a number of theirs.
CREATE FUNCTION customers_by_digits(digits text, most integer) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT n."customerId" FROM "PhoneNumber" n WHERE n.e164 LIKE %L AND n."customerId" IS NOT NULL LIMIT $1',
    '%' || digits || '%') USING most;
END
$$;

-- Deliveries with the words in name, phone or address, the latest first.
CREATE FUNCTION deliveries_by_words(typed text, most integer) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
DECLARE
  conditions text := (SELECT string_agg(format('d."searchText" LIKE %L', pattern), ' AND ') FROM unnest(search_patterns(typed)) pattern);
BEGIN
  IF conditions IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE 'SELECT d.id FROM "Delivery" d WHERE ' || conditions || ' ORDER BY d.number DESC LIMIT $1' USING most;
END
$$;
