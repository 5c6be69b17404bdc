package dev.weir.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** To-dos in a database; called by many threads at once, each with a connection of its own. */
final class TodoStore {

    private static final String CREATE = """
            create table if not exists todo (
              id bigint generated always as identity primary key,
              title varchar(500) not null,
              completed boolean not null,
              position integer not null
            )""";
    /** For a table that was made before to-dos had a day. */
    private static final String EXTEND = "alter table todo add column if not exists due date";

    private static final String LIST = """
            select id, title, completed, position, due from todo
            where completed = coalesce(cast(? as boolean), completed)
              and (cast(? as date) is null or due <= cast(? as date))
            order by position, id""";
    private static final String FIND = "select id, title, completed, position, due from todo where id = ?";
    private static final String ADD = """
            insert into todo (title, completed, position, due)
            values (?, ?, coalesce(cast(? as integer), (select coalesce(max(position), 0) + 1 from todo)), ?)""";
    private static final String CHANGE = """
            update todo set
              title = coalesce(cast(? as varchar(500)), title),
              completed = coalesce(cast(? as boolean), completed),
              position = coalesce(cast(? as integer), position),
              due = case when cast(? as boolean) then due else cast(? as date) end
            where id = ?""";
    private static final String REMOVE = "delete from todo where id = ?";
    private static final String REMOVE_ALL = "delete from todo";

    private final DataSource database;

    /** To-dos in that database; the table is made if it does not exist. */
    TodoStore(DataSource database) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            statement.execute(EXTEND);
        }
    }

    /** To-dos by their order. */
    List<Todo> list(TodoFilter wanted) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            setOrNull(statement, 1, wanted.completed(), Types.BOOLEAN);
            setOrNull(statement, 2, wanted.dueBy(), Types.DATE);
            setOrNull(statement, 3, wanted.dueBy(), Types.DATE);
            List<Todo> todos = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    todos.add(todo(rows));
                }
            }
            return todos;
        }
    }

    Optional<Todo> find(long id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return find(connection, id);
        }
    }

    /** Adds a to-do; without an order it comes after all others. */
    Todo add(NewTodo todo) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD, new String[] {"id"})) {
            // One transaction: nobody can remove the to-do before it is read back.
            connection.setAutoCommit(false);
            statement.setString(1, todo.title());
            statement.setBoolean(2, todo.completed().orElse(false));
            setOrNull(statement, 3, todo.order(), Types.INTEGER);
            setOrNull(statement, 4, todo.due(), Types.DATE);
            statement.executeUpdate();
            Todo added = find(connection, generatedKey(statement)).orElseThrow();
            connection.commit();
            return added;
        }
    }

    private static long generatedKey(Statement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    /** The to-do as it is after the changes; empty if there is none. */
    Optional<Todo> change(long id, TodoChanges changes) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(CHANGE)) {
            setOrNull(statement, 1, changes.title(), Types.VARCHAR);
            setOrNull(statement, 2, changes.completed(), Types.BOOLEAN);
            setOrNull(statement, 3, changes.order(), Types.INTEGER);
            statement.setBoolean(4, changes.due().isAbsent());
            setOrNull(statement, 5, changes.due().value(), Types.DATE);
            statement.setLong(6, id);
            return statement.executeUpdate() == 0 ? Optional.empty() : find(connection, id);
        }
    }

    /** Whether there was one to remove. */
    boolean remove(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setLong(1, id);
            return statement.executeUpdate() > 0;
        }
    }

    void removeAll() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(REMOVE_ALL);
        }
    }

    private static Optional<Todo> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(todo(rows)) : Optional.empty();
            }
        }
    }

    private static void setOrNull(PreparedStatement statement, int index, Optional<?> value, int type)
            throws SQLException {
        if (value.isPresent()) {
            statement.setObject(index, value.get(), type);
        } else {
            statement.setNull(index, type);
        }
    }

    private static Todo todo(ResultSet row) throws SQLException {
        return new Todo(
                row.getLong("id"),
                row.getString("title"),
                row.getBoolean("completed"),
                row.getInt("position"),
                Optional.ofNullable(row.getObject("due", LocalDate.class)));
    }
}
