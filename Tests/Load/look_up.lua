-- wrk's side of the benchmark.
--   wrk … -s look_up.lua http://127.0.0.1:PORT/ -- NUMBERS KEY QUERY
-- asks for numbers drawn at random from the file NUMBERS, whose lines are all 13 bytes long; without NUMBERS it asks for the address as
-- it is. Writes one line at the end: RESULT requests, microseconds, failures, p50 and p99 in microseconds.

local numbers, count, head, tail

function init(args)
   math.randomseed(os.time() + tonumber(tostring({}):sub(-6), 16))
   if #args < 3 then return end
   local file = assert(io.open(args[1], "rb"))
   numbers = file:read("*a")
   file:close()
   count = #numbers / 13
   head = "GET /api/v1/lookup/"
   tail = args[3] .. " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " .. args[2] .. "\r\n\r\n"
   function request()
      local start = math.random(0, count - 1) * 13
      return head .. numbers:sub(start + 1, start + 12) .. tail
   end
end

function done(summary, latency)
   local errors = summary.errors
   local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
   io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, failures,
      latency:percentile(50), latency:percentile(99)))
end
