-- One constant request for each connection, so that wrk runs no Lua while it measures.
-- Arguments: the method, how many requests are sent at once, a file with the content or "-", and field lines as
-- "Name: value". The result is one line that begins with RESULT and goes on as JSON.

local function contents(path)
  local file = assert(io.open(path, "rb"))
  local octets = file:read("*a")
  file:close()
  return octets
end

function init(arguments)
  wrk.method = arguments[1]
  if arguments[3] ~= "-" then
    wrk.body = contents(arguments[3])
  end
  for i = 4, #arguments do
    local name, value = arguments[i]:match("^(.-): (.*)$")
    wrk.headers[name] = value
  end
  local requests = wrk.format():rep(tonumber(arguments[2]))
  wrk.format = function()
    return requests
  end
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    'RESULT {"requests": %d, "microseconds": %d, "p50": %d, "p99": %d, "connect": %d, "read": %d, "write": %d, '
      .. '"status": %d, "timeout": %d}',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), errors.connect, errors.read,
    errors.write, errors.status, errors.timeout))
end
