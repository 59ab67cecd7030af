import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.AbstractGroup;
import ca.uhn.hl7v2.model.AbstractSegment;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.parser.UnexpectedSegmentBehaviourEnum;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads files of messages, one a line, by HAPI with its default validation and no segment out of its place; then asks
 * HAPI's own model of v2.5.1 of every segment: required fields, repetitions and lengths, and that what is written out again
 * is what was read. Prints the number of each kind of message, and each sort of error with the first message that has it.
 */
public class Validate {
  static final TreeMap<String, Integer> messages = new TreeMap<>();
  static final TreeMap<String, Integer> errors = new TreeMap<>();

  public static void main(String[] files) throws Exception {
    try (HapiContext context = new DefaultHapiContext()) {
      context.setValidationContext(ValidationContextFactory.defaultValidation());
      context.getParserConfiguration().setUnexpectedSegmentBehaviour(UnexpectedSegmentBehaviourEnum.THROW_HL7_EXCEPTION);
      PipeParser parser = context.getPipeParser();
      for (String file : files) {
        try (BufferedReader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
          for (String text = next(reader); text != null; text = next(reader)) validate(parser, text);
        }
      }
    }
    int total = messages.values().stream().mapToInt(Integer::intValue).sum();
    int wrong = errors.values().stream().mapToInt(Integer::intValue).sum();
    messages.forEach((type, count) -> System.out.printf("%8d  %s%n", count, type));
    errors.forEach((error, count) -> System.out.printf("%8d  error: %s%n", count, error));
    System.out.printf("%d messages, %d errors%n", total, wrong);
    if (wrong > 0 || total == 0) System.exit(1);
  }

  /** Up to the line feed: a carriage return ends a segment. */
  static String next(BufferedReader reader) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int unit = reader.read(); unit >= 0; unit = reader.read()) {
      if (unit == '\n') return text.toString();
      text.append((char) unit);
    }
    return text.length() == 0 ? null : text.toString();
  }

  static void validate(PipeParser parser, String text) {
    // A segment of our own has no place in the standard's structure: it is told apart, and must be the last.
    int own = text.lastIndexOf("\rZSY|");
    if (own < 0) note("no ZSY segment");
    String standard = own < 0 ? text : text.substring(0, own + 1);
    try {
      Message message = parser.parse(standard);
      messages.merge(message.getName(), 1, Integer::sum);
      walk(message);
      if (!parser.encode(message).equals(standard)) note(message.getName() + " is not the same when it is written again");
      if (message.getName().startsWith("GenericMessage")) note("no structure for " + message.getName());
    } catch (Exception error) {
      messages.merge("(unreadable)", 1, Integer::sum);
      note(error.getMessage());
    }
  }

  static void walk(Group group) throws Exception {
    for (String name : group.getNames()) {
      Structure[] all = group.getAll(name);
      boolean isThere = false;
      for (Structure each : all) {
        if (each.isEmpty()) continue;
        isThere = true;
        if (each instanceof Group) walk((Group) each);
        else check((AbstractSegment) each);
      }
      if (group.isRequired(name) && !isThere) note(group.getName() + " lacks " + name);
      if (all.length > 1 && !group.isRepeating(name)) note(group.getName() + " repeats " + name);
    }
  }

  static void check(AbstractSegment segment) throws Exception {
    String[] names = segment.getNames();
    for (int i = 1; i <= segment.numFields(); i++) {
      String where = segment.getName() + "-" + i;
      if (i > names.length) {
        note(where + " is not in the standard");
        continue;
      }
      List<String> values = new ArrayList<>();
      for (Type value : segment.getField(i)) if (!value.isEmpty()) values.add(value.encode());
      if (segment.isRequired(i) && values.isEmpty()) note(where + " is required: " + names[i - 1]);
      int most = segment.getMaxCardinality(i);
      if (most > 0 && values.size() > most) note(where + " repeats: " + names[i - 1]);
      // HAPI escapes the delimiters in MSH-1 and MSH-2; and table 0125 has CWE, for which the standard's length leaves no room.
      int longest = where.equals("MSH-1") || where.equals("MSH-2") || where.equals("OBX-2") ? 0 : segment.getLength(i);
      for (String value : values) if (longest > 0 && value.length() > longest) note(where + " is longer than " + longest + ": " + names[i - 1]);
    }
  }

  static void note(String error) {
    errors.merge(String.valueOf(error), 1, Integer::sum);
  }
}
