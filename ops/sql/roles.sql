-- The three roles of the database of Treatment Navigator. Run it as a superuser (or the owner of the database) in the database
-- before the first `navigator migrate`, and once more after it; it can be repeated at any time.
--
--   navigator_owner  owns the tables: `navigator migrate`, `backup` and `restore`
--   navigator_app    the service: reads and writes rows; makes and changes no table; takes nothing out of the audit trail
--                    and the change table
--   navigator_read   reads what everybody may read, for reports and dashboards: no key, no ticket, no trail
--
-- None can log in by itself. Give them passwords (two logins for each, so that one can be changed while the other works):
--   CREATE ROLE navigator_app_1 LOGIN PASSWORD '…' IN ROLE navigator_app;
--   ALTER ROLE navigator_app_1 SET role = navigator_app;

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['navigator_owner', 'navigator_app', 'navigator_read'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END LOOP;
  EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO navigator_owner', current_database());
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO navigator_app', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO navigator_read', current_database());
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO navigator_owner;
GRANT USAGE ON SCHEMA public TO navigator_app, navigator_read;

-- What later migrations make.
ALTER DEFAULT PRIVILEGES FOR ROLE navigator_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO navigator_app;
ALTER DEFAULT PRIVILEGES FOR ROLE navigator_owner IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO navigator_app;

-- What is there.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO navigator_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO navigator_app;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['audit', 'change'] LOOP
    IF to_regclass('public.' || one) IS NOT NULL THEN
      EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON public.%I FROM navigator_app', one);
    END IF;
  END LOOP;
  -- An import has the planner look at the directory again.
  IF to_regclass('public.search_word') IS NOT NULL AND current_setting('server_version_num')::int >= 170000 THEN
    EXECUTE 'GRANT MAINTAIN ON organization, location, program, program_link, program_source, program_approach, search_word
             TO navigator_app';
  END IF;
  IF to_regclass('public.migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON public.migrations FROM navigator_app;
  END IF;
  FOREACH one IN ARRAY ARRAY['organization', 'location', 'program', 'program_source', 'program_link', 'program_approach',
                             'search_word', 'approach', 'citation', 'approach_citation', 'change', 'migrations'] LOOP
    IF to_regclass('public.' || one) IS NOT NULL THEN
      EXECUTE format('GRANT SELECT ON public.%I TO navigator_read', one);
    END IF;
  END LOOP;
END $$;
