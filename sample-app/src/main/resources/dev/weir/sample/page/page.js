"use strict";

// The list on the page follows the service: a row changes when the server has said yes, whoever asked for it.

const element = (id) => document.getElementById(id);
const list = element("todos");
const form = element("add");
const input = element("title");

/** What "Try again" does. */
let retry = load;

/** Sends JSON, or a form as browsers do. */
async function ask(method, url, content) {
  const isJson = content !== undefined && !(content instanceof FormData);
  let response;
  try {
    response = await fetch(url, {
      method,
      headers: isJson ? { "Content-Type": "application/json" } : {},
      body: isJson ? JSON.stringify(content) : content,
    });
  } catch {
    throw new Error("The server can’t be reached.");
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    const told = problem.errors?.[0]?.detail || problem.detail || "The server could not do that.";
    throw Object.assign(new Error(told), { status: response.status });
  }
  return response.status === 204 ? undefined : response.json();
}

/** Runs an action and shows what went wrong, with a way to repeat it. */
async function attempt(action) {
  try {
    await action();
    element("error").hidden = true;
  } catch (error) {
    retry = () => attempt(action);
    element("error-text").textContent = error.message;
    element("error").hidden = false;
  }
}

function load() {
  element("loading").hidden = list.children.length > 0;
  element("empty").hidden = true;
  return attempt(async () => {
    try {
      const todos = await ask("GET", "/todos");
      list.replaceChildren(...todos.map(row));
      summarize();
      follow();
    } finally {
      element("loading").hidden = true;
    }
  });
}

/** What happens to the list from here or elsewhere, once it has been loaded. */
let changes;

function follow() {
  if (changes) {
    return;
  }
  changes = new EventSource("/todos/changes");
  changes.addEventListener("message", (event) => {
    const { id, todo } = JSON.parse(event.data);
    if (todo) {
      show(todo);
    } else if (id === 0) {
      list.replaceChildren();
    } else {
      const item = find(id);
      if (item) {
        remove(item);
      }
    }
    summarize();
  });
  changes.addEventListener("error", () => {
    // Changes may be missed until the browser is connected again, or for good: what is there then is loaded anew.
    if (changes.readyState === EventSource.CLOSED) {
      changes = undefined;
    } else {
      changes.addEventListener("open", load, { once: true });
    }
  });
}

function find(id) {
  return list.querySelector(`[data-id="${id}"]`);
}

/** Adds a to-do where it belongs, or changes its row. */
function show(todo) {
  const item = find(todo.id);
  if (item) {
    item.querySelector(".title").textContent = todo.title;
    item.querySelector("input").checked = todo.completed;
    showDay(item, todo);
    return item;
  }
  const added = row(todo);
  const next = Array.from(list.children).find((other) => Number(other.dataset.order) > todo.order);
  list.insertBefore(added, next || null);
  return added;
}

function row(todo) {
  const item = element("row").content.firstElementChild.cloneNode(true);
  const checkbox = item.querySelector("input");
  const path = `/todos/${todo.id}`;
  item.dataset.id = todo.id;
  item.dataset.order = todo.order;
  item.querySelector(".title").textContent = todo.title;
  item.querySelector(".delete").setAttribute("aria-label", `Delete “${todo.title}”`);
  checkbox.checked = todo.completed;
  showDay(item, todo);
  letDayBeChanged(item, path);

  checkbox.addEventListener("change", () => {
    const wanted = checkbox.checked;
    attempt(async () => {
      try {
        checkbox.checked = wanted;
        const changed = await ask("PATCH", path, { completed: wanted });
        checkbox.checked = changed.completed;
        say(`${changed.completed ? "Completed" : "Reopened"} “${todo.title}”.`);
      } catch (error) {
        checkbox.checked = !wanted;
        if (error.status === 404) {
          remove(item);
          throw new Error("That to-do is gone: it was deleted elsewhere.");
        }
        throw error;
      } finally {
        summarize();
      }
    });
  });

  item.querySelector(".delete").addEventListener("click", () =>
    attempt(async () => {
      item.ariaBusy = "true";
      try {
        await ask("DELETE", path).catch((error) => {
          // Deleted elsewhere is deleted too.
          if (error.status !== 404) {
            throw error;
          }
        });
        remove(item);
        say(`Deleted “${todo.title}”.`);
      } finally {
        item.ariaBusy = "false";
      }
    }),
  );
  return item;
}

/** The day by which it is to be done, or that there is none. */
function showDay(item, todo) {
  const due = item.querySelector(".due");
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  item.querySelector(".day").value = todo.due ?? "";
  due.textContent = todo.due ? day.format(new Date(`${todo.due}T00:00`)) : "No date";
  due.setAttribute("aria-label", `Due day of “${todo.title}”: ${due.textContent}`);
  due.classList.toggle("overdue", Boolean(todo.due) && todo.due < today && !todo.completed);
}

const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric" });

/** The button gives way to a field until that has been left. */
function letDayBeChanged(item, path) {
  const due = item.querySelector(".due");
  const field = item.querySelector(".day");
  let shown = "";
  due.addEventListener("click", () => {
    shown = field.value;
    due.hidden = true;
    field.hidden = false;
    field.focus();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault(); // or the button would take the key for a click
      field.value = event.key === "Enter" ? field.value : shown;
      due.hidden = false;
      due.focus();
    }
  });
  field.addEventListener("blur", () => {
    due.hidden = false;
    field.hidden = true;
    if (field.value === shown) {
      return;
    }
    attempt(async () => {
      try {
        // Null takes the day away; what is not there at all stays as it is.
        const todo = await ask("PATCH", path, { due: field.value || null });
        showDay(item, todo);
        say(todo.due ? `“${todo.title}” is due ${due.textContent}.` : `“${todo.title}” is not due any more.`);
      } catch (error) {
        field.value = shown;
        throw error;
      }
    });
  });
}

/** Takes a row away; what had the focus there hands it to the row that follows. */
function remove(item) {
  const neighbour = item.nextElementSibling || item.previousElementSibling;
  const hadFocus = item.contains(document.activeElement);
  item.remove();
  if (hadFocus) {
    (neighbour ? neighbour.querySelector(".delete") : input).focus();
  }
  summarize();
}

function summarize() {
  const total = list.children.length;
  const done = list.querySelectorAll(":checked").length;
  element("empty").hidden = total > 0;
  element("progress").style.width = total === 0 ? "0" : `${(100 * done) / total}%`;
  element("summary").textContent =
    total === 0 ? "All clear" : done === total ? `All ${total} done` : `${done} of ${total} done`;
}

/** For those who listen to the page. */
function say(text) {
  element("said").textContent = text;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const title = input.value.trim();
  if (title === "") {
    input.focus();
    return;
  }
  input.value = "";
  attempt(async () => {
    try {
      const todo = await ask("POST", "/todos", { title });
      show(todo).scrollIntoView({ block: "nearest" });
      summarize();
      say(`Added “${todo.title}”.`);
      if (input.value.trim() === title) {
        input.value = "";
      }
    } catch (error) {
      // Nothing that was written is lost.
      if (input.value === "") {
        input.value = title;
      }
      throw error;
    }
  });
});

const hideDone = element("hide-done");

function applyPreferences() {
  list.classList.toggle("hides-done", hideDone.checked);
}

hideDone.addEventListener("change", () => {
  applyPreferences();
  attempt(() => ask("PUT", "/preferences", { hidesDone: hideDone.checked }));
});

element("upload").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const stored = await ask("POST", "/files", new FormData(event.target));
    stored.forEach(showFile);
    event.target.reset();
    say(`Stored ${stored.map((file) => `“${file.name}”`).join(", ")}.`);
  });
});

const files = element("uploaded");

/** Adds a file where its name belongs, in place of one that has that name. */
function showFile(file) {
  const item = element("file").content.firstElementChild.cloneNode(true);
  const anchor = item.querySelector("a");
  const remove = item.querySelector(".delete");
  anchor.href = file.url;
  anchor.textContent = file.name;
  item.querySelector(".size").textContent = size(file.size);
  remove.setAttribute("aria-label", `Delete “${file.name}”`);
  remove.addEventListener("click", () =>
    attempt(async () => {
      await ask("DELETE", file.url).catch((error) => {
        if (error.status !== 404) {
          throw error;
        }
      });
      item.remove();
      element("choice").focus();
      say(`Deleted “${file.name}”.`);
    }),
  );
  const name = (other) => other.querySelector("a").textContent;
  Array.from(files.children)
    .filter((other) => name(other) === file.name)
    .forEach((other) => other.remove());
  files.insertBefore(item, Array.from(files.children).find((other) => name(other) > file.name) || null);
}

function size(octets) {
  const unit = octets < 1e3 ? "byte" : octets < 1e6 ? "kilobyte" : octets < 1e9 ? "megabyte" : "gigabyte";
  const number = octets / { byte: 1, kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9 }[unit];
  return new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "narrow", maximumFractionDigits: 1 }).format(number);
}

element("retry").addEventListener("click", () => {
  retry();
  input.focus();
});

load();
attempt(async () => (await ask("GET", "/files")).forEach(showFile));
ask("GET", "/preferences").then(
  (preferences) => {
    hideDone.checked = preferences.hidesDone;
    applyPreferences();
  },
  () => {}, // The page is of use without.
);
