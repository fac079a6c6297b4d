-- What PostgreSQL searches by are Kith's own words from now on, cut as its indexes in memory cut them, in every language. The reader
-- begins again, and writes them all anew.

truncate search_document;
delete from event_reader where name = 'search';
