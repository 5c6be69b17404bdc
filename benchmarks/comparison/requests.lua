-- Sends the requests of a file in turn; a single one is made once for each connection, so that wrk runs no Lua while
-- it measures.
--
-- Arguments: the file, which begins with a line of the requests' lengths; how many milliseconds lie between marks, 0
-- for none; the server's process; and the system's clock ticks a second. A mark is a line on standard output: MARK, how
-- many requests have been begun so far, the system's monotonic clock, and the CPU time of the server and of wrk, all
-- three in seconds. The result is one line that begins with RESULT and goes on as JSON.

local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long nanoseconds; } moment; int clock_gettime(int clock, moment *now);")

local MONOTONIC = 1

local function milliseconds()
  local now = ffi.new("moment")
  ffi.C.clock_gettime(MONOTONIC, now)
  return tonumber(now.seconds) * 1e3 + tonumber(now.nanoseconds) / 1e6
end

-- Of all threads of a process so far, in user mode and in the kernel, in clock ticks.
local function ticks(process)
  local file = assert(io.open("/proc/" .. process .. "/stat"))
  local user, system = file:read("*a"):match(".*%) " .. ("%S+ "):rep(11) .. "(%d+) (%d+) ")
  file:close()
  return user + system
end

local function contents(path)
  local file = assert(io.open(path, "rb"))
  local requests = {}
  for length in file:read("*l"):gmatch("%d+") do
    table.insert(requests, file:read(tonumber(length)))
  end
  file:close()
  return requests
end

function init(arguments)
  local requests, between = contents(arguments[1]), tonumber(arguments[2])
  local server, ticks_a_second = arguments[3], tonumber(arguments[4])
  if #requests == 1 and between == 0 then
    wrk.format = function()
      return requests[1]
    end
    return
  end
  local count, due = 0, 0
  -- wrk asks for each request if there is a function of this name.
  function request()
    local now = milliseconds()
    if between > 0 and now >= due then
      due = now + between
      print(string.format(
        "MARK %d %f %f %f", count, now / 1e3, ticks(server) / ticks_a_second, ticks("self") / ticks_a_second))
      io.stdout:flush()
    end
    count = count + 1
    return requests[(count - 1) % #requests + 1]
  end
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    'RESULT {"requests": %d, "octets": %d, "microseconds": %d, "p50": %d, "p99": %d, "connect": %d, "read": %d, '
      .. '"write": %d, "status": %d, "timeout": %d}',
    summary.requests, summary.bytes, summary.duration, latency:percentile(50), latency:percentile(99), errors.connect,
    errors.read, errors.write, errors.status, errors.timeout))
end
