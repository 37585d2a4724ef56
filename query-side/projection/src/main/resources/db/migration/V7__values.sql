-- Of when a value is (of its prices, or of its receipt from zKillboard), and when the delivery that stated it was received: that
-- decides which of two values holds. Rows written before know neither; received_at stands in for the second then.
alter table killmail
    add column value_as_of       timestamptz,
    add column value_received_at timestamptz;

-- zKillboard's labels, a JSON array of texts, from the latest delivery that named any, and when that was received.
alter table killmail
    add column labels             jsonb,
    add column labels_received_at timestamptz;
