-- KEYS: errors left in this minute
-- ARGV: how many ESI says (-1: it did not, but there was one more), ms until they are counted from new
-- answers come in any order, so within a minute the least holds
local have = tonumber(redis.call('GET', KEYS[1]) or '-1')
local told = tonumber(ARGV[1])
if told < 0 then
  if have < 0 then
    redis.call('SET', KEYS[1], '99', 'PX', ARGV[2])
  elseif have > 0 then
    redis.call('DECR', KEYS[1])
  end
elseif (have < 0 or told < have) and tonumber(ARGV[2]) > 0 then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return 0
