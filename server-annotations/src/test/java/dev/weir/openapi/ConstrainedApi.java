package dev.weir.openapi;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.Part;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.json.Patched;
import dev.weir.multipart.Upload;
import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.UniqueElements;

/** A controller with constraints of each kind wherever they may stand. */
@Controller("/c")
final class ConstrainedApi {

    @Retention(RetentionPolicy.RUNTIME)
    @interface Nullable {}

    interface Admin {}

    @NotBlank
    @Size(max = 5)
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Code {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Size
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Longest {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        @OverridesAttribute(constraint = Size.class, name = "max")
        int value();
    }

    record Numbers(
            @Min(1) @Max(9) int a,

            @DecimalMin("0.5") @DecimalMax(value = "2.5", inclusive = false)
            BigDecimal b,

            @Positive long c,
            @Positive double d,
            @Negative Integer e,
            @PositiveOrZero @NegativeOrZero int f,
            @Range(min = 3, max = 4) int g,
            @Min(1) OptionalInt h,
            Optional<@Max(3) Integer> i,
            @Min(5) @Min(7) int j,
            @Min(value = 5, groups = Admin.class) int k) {}

    record Texts(
            @NotBlank String a,
            @Size(min = 2, max = 3) String b,
            @Pattern(regexp = "[a-z]+") @Size(max = 4) String c,

            @Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE)
            String d,

            @Pattern(regexp = "(?i)[a-z]+") String e,
            @Email String f,

            @Pattern(regexp = "a.*") @Pattern(regexp = ".*z")
            String g,

            @Code String h,
            @Longest(3) String i,
            @Length(max = 2) String j,
            @NotEmpty String k) {}

    record Line(@Positive int count) {}

    record Several(
            @NotEmpty List<@NotBlank String> a,
            @Size(max = 2) Map<String, @Min(1) Integer> b,
            @Size(max = 1) String[] c,
            List<@Valid Line> d,
            @UniqueElements List<Integer> e,
            @AssertTrue Boolean f) {}

    record Presence(
            @Nullable @NotNull String a,
            @Nullable @Size(max = 2) String b,
            Optional<@NotNull String> c,
            Patched<@NotNull @Size(max = 3) String> d,
            Patched<@Size(max = 3) String> e) {}

    static class Bean {
        private String name;
        private int size;

        @Size(max = 3)
        @NotNull
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public int getSize() {
            return size;
        }

        public void setSize(@Min(9) int size) {
            this.size = size;
        }
    }

    record Paging(
            @QueryParam @DefaultValue("1") @Min(1) int page,
            @QueryParam @Max(99) OptionalInt size) {}

    @Post("/numbers")
    void numbers(@Body Numbers body) {}

    @Post("/texts")
    void texts(@Body Texts body) {}

    @Post("/several")
    void several(@Body Several body) {}

    @Post("/presence")
    void presence(@Body Presence body) {}

    @Post("/bean")
    void bean(@Body Bean body) {}

    @Post("/list")
    void list(@Body @Size(min = 1, max = 2) List<@Min(1) Integer> body) {}

    @Post("/text")
    void text(@Body @Size(max = 3) String body) {}

    @Get("/parameters/{id}")
    void parameters(
            @Min(1) int id,
            @QueryParam @NotEmpty List<@Size(max = 3) String> tags,
            @QueryParam Optional<@Email String> mail,
            @HeaderParam @Nullable @NotBlank String requestId,
            @Params Paging paging) {}

    @Post("/form")
    void form(@FormParam @Size(max = 3) String name, @FormParam @Min(1) OptionalInt age) {}

    @Post("/parts")
    void parts(
            @Part @Size(max = 3) String name,
            @Part Line line,
            @Part @Size(max = 2) List<Upload> photos,
            @Part Optional<Upload> more,
            @Part byte[] octets) {}
}
