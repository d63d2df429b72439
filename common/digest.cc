#include "common/digest.h"

#include <new>

#include <fmt/format.h>
#include <xxhash.h>

namespace broadsheet {

Digest::Digest() : state_(XXH3_createState()) {
    if (state_ == nullptr) throw std::bad_alloc();
    XXH3_64bits_reset(state_);
}

Digest::~Digest() {
    XXH3_freeState(state_);
}

void Digest::add(std::string_view text) {
    add_number(text.size());
    add_bytes(text);
}

void Digest::add_number(std::uint64_t number) {
    unsigned char bytes[8];
    for (unsigned char& byte : bytes) {
        byte = static_cast<unsigned char>(number);
        number >>= 8U;
    }
    XXH3_64bits_update(state_, bytes, sizeof bytes);
}

void Digest::add_bytes(std::string_view bytes) {
    XXH3_64bits_update(state_, bytes.data(), bytes.size());
}

std::uint64_t Digest::value() const {
    return XXH3_64bits_digest(state_);
}

std::string Digest::hex() const {
    return fmt::format("{:016x}", value());
}

std::uint64_t hash64(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace broadsheet
