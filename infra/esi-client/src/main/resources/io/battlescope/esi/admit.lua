-- KEYS: pause of everything, pause of the scope, errors left, tokens used (slice -> cost)
-- ARGV: errors spared, limit (0: no bucket), window ms, slice ms, cost, tokens spared
-- answers nothing when the question may go out, and books its cost; else why not and for how many ms
for i = 1, 2 do
  local pause = redis.call('PTTL', KEYS[i])
  if pause > 0 then
    return redis.call('GET', KEYS[i]) .. ' ' .. pause
  end
end
local errors = redis.call('GET', KEYS[3])
if errors and tonumber(errors) <= tonumber(ARGV[1]) then
  return 'out-of-budget ' .. math.max(1, redis.call('PTTL', KEYS[3]))
end
local limit = tonumber(ARGV[2])
if limit == 0 then
  return ''
end
local window, slice, cost = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local spent, used = {}, 0
local all = redis.call('HGETALL', KEYS[4])
for i = 1, #all, 2 do
  local at = tonumber(all[i])
  if at + slice + window <= now then
    redis.call('HDEL', KEYS[4], all[i])
  else
    spent[#spent + 1] = {at, tonumber(all[i + 1])}
    used = used + tonumber(all[i + 1])
  end
end
local missing = used + cost - (limit - tonumber(ARGV[6]))
if missing > 0 then
  table.sort(spent, function(a, b) return a[1] < b[1] end)
  for _, entry in ipairs(spent) do
    missing = missing - entry[2]
    if missing <= 0 then
      return string.format('out-of-budget %d', entry[1] + slice + window - now)
    end
  end
  return string.format('out-of-budget %d', window)
end
redis.call('HINCRBY', KEYS[4], string.format('%d', now - now % slice), cost)
redis.call('PEXPIRE', KEYS[4], window + slice)
return ''
