import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.hl7.fhir.common.hapi.validation.support.CachingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * Reads files of bundles or resources, one a line, by HL7's own validator as HAPI packs it, against FHIR R4 and the codes that come with
 * it. Profiles that are claimed and not there, as US Core's, are passed over. Prints each sort of error and warning, by element and
 * without positions and ids, with the first that has it.
 */
public class Validate {
  public static void main(String[] files) throws Exception {
    FhirContext context = FhirContext.forR4();
    FhirInstanceValidator instances = new FhirInstanceValidator(new CachingValidationSupport(new ValidationSupportChain(
        new DefaultProfileValidationSupport(context),
        new CommonCodeSystemsTerminologyService(context),
        new InMemoryTerminologyServerValidationSupport(context))));
    instances.setAnyExtensionsAllowed(true);
    instances.setErrorForUnknownProfiles(false);
    FhirValidator validator = context.newValidator().registerValidatorModule(instances);
    TreeMap<String, Integer> counts = new TreeMap<>();
    TreeMap<String, String> firsts = new TreeMap<>();
    int lines = 0;
    int errors = 0;
    for (String file : files) {
      try (BufferedReader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines++;
          for (SingleValidationMessage message : validator.validateWithResult(line).getMessages()) {
            if (message.getSeverity() == ResultSeverityEnum.INFORMATION) continue;
            boolean isError = message.getSeverity() != ResultSeverityEnum.WARNING;
            if (isError) errors++;
            String where = message.getLocationString().replaceAll("\\[\\d+\\]|/\\*[^*]*\\*/", "");
            String sort = (isError ? "error" : "warning") + " " + where + ": " + message.getMessageId();
            counts.merge(sort, 1, Integer::sum);
            firsts.putIfAbsent(sort, message.getMessage());
          }
        }
      }
    }
    counts.forEach((sort, count) -> System.out.printf("%8d  %s: %s%n", count, sort, firsts.get(sort)));
    System.out.printf("%d lines, %d errors%n", lines, errors);
    if (errors > 0 || lines == 0) System.exit(1);
  }
}
