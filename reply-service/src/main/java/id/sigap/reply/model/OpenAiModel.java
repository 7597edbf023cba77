package id.sigap.reply.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.URI;
import java.time.Duration;

/** A model behind an OpenAI-compatible address, such as a local Ollama or vLLM. It gets no tools: it can only talk. */
final class OpenAiModel implements LanguageModel {
    private final ChatModel model;

    /**
     * At an address.
     *
     * @param address up to and including the version, e.g. http://localhost:11434/v1
     * @param key as the server wants it; local ones want none
     * @param timeout longest wait for one answer; nothing is asked twice
     */
    OpenAiModel(URI address, String name, String key, Duration timeout) {
        this.model = OpenAiChatModel.builder()
                .baseUrl(address.toString())
                .apiKey(key)
                .modelName(name)
                .temperature(0.3)
                .timeout(timeout)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    @Override
    public String answer(String rules, String material) {
        String text = model.chat(SystemMessage.from(rules), UserMessage.from(material))
                .aiMessage()
                .text();
        return text == null ? "" : text;
    }
}
