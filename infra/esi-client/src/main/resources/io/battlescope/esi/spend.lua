-- KEYS: tokens used (slice -> cost)
-- ARGV: cost (can be negative), limit, window ms, slice ms, tokens left by ESI's count (-1: not told)
-- answers how many tokens are used; where ESI counts more than we do, others use them too, and its count holds
local window, slice = tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local used = tonumber(ARGV[1])
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  if tonumber(all[i]) + slice + window > now then
    used = used + tonumber(all[i + 1])
  end
end
local cost = tonumber(ARGV[1])
local left = tonumber(ARGV[5])
if left >= 0 and tonumber(ARGV[2]) - left > used then
  cost = cost + tonumber(ARGV[2]) - left - used
  used = tonumber(ARGV[2]) - left
end
if cost ~= 0 then
  redis.call('HINCRBY', KEYS[1], string.format('%d', now - now % slice), string.format('%d', cost))
  redis.call('PEXPIRE', KEYS[1], window + slice)
end
return used
