-- A digest of the labels that zKillboard last gave a killmail. The same again are a duplicate, others a revision. None: nobody has
-- named any, or the killmail was accepted before this was kept.
alter table killmail_reference add column labels uuid;
