-- What waits for us, in the queue's order. Answered cases stay open for a while and would stand before it.
create index cases_waiting on cases (agency, urgency desc, respond_by, case_id) where state not in ('answered', 'closed');
