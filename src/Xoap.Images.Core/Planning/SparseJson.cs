using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Xoap.Images.Planning;

/// <summary>Writes named values, and nothing for a default.</summary>
internal static class SparseJson
{
    extension(Utf8JsonWriter json)
    {
        public void Array<T>(string name, ImmutableArray<T> values, Action<T> write)
            where T : class
        {
            if (values.IsDefault)
            {
                return;
            }

            json.WriteStartArray(name);
            foreach (var value in values)
            {
                write(value);
            }

            json.WriteEndArray();
        }

        public void Text(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        public void Number(string name, long value)
        {
            if (value != 0)
            {
                json.WriteNumber(name, value);
            }
        }

        public void Flag(string name, bool value)
        {
            if (value)
            {
                json.WriteBoolean(name, value);
            }
        }

        public void Time(string name, TimeSpan? value)
        {
            if (value is { } time)
            {
                json.WriteString(name, time.ToString("c", CultureInfo.InvariantCulture));
            }
        }

        public void Name(string name, Enum value)
        {
            if (Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0)
            {
                json.WriteString(name, value.ToString());
            }
        }
    }
}
